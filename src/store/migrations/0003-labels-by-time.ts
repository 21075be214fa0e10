/**
 * Which keyphrases and names the news of some hours carries: what is rising is told from these alone. By article
 * within a moment, so that the names of one article are found as well.
 */
export const labelsByTime = `
CREATE INDEX article_keyphrases_by_time ON article_keyphrases (at);
CREATE INDEX article_entities_by_time ON article_entities (at, seq);
`;
