/** Which keyphrases and names the news of some hours carries: what is rising is told from these alone. */
export const labelsByTime = `
CREATE INDEX article_keyphrases_by_time ON article_keyphrases (at);
CREATE INDEX article_entities_by_time ON article_entities (at);
`;
