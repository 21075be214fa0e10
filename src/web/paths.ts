/** Addresses of our own pages. Ids and keys may hold any character, so each is encoded. */
const part = encodeURIComponent;

export const articlePath = (id: string) => `/article/${part(id)}`;
export const storyPath = (id: string) => `/story/${part(id)}`;
export const keywordPath = (key: string) => `/keyword/${part(key)}`;
export const entityPath = (key: string) => `/entity/${part(key)}`;
export const sourcePath = (id: string) => `/source/${part(id)}`;
export const subscriptionPath = (id: string) => `/sources/${part(id)}`;
export const topicPath = (topic: string) => `/?topic=${part(topic)}`;
export const risingPath = '/rising';
/** The page of what rises: a name's, or a keyphrase's. */
export const risenPath = ({ kind, key }: { kind: 'keyphrase' | 'entity'; key: string }) =>
  kind === 'entity' ? entityPath(key) : keywordPath(key);
export const searchPath = (text: string) => `/search?q=${part(text)}`;

/** `path` with these parameters; those undefined are left out. */
export function withParameters(
  path: string,
  parameters: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
