/** The search parameters of an address as Next.js hands them to a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One parameter of an address; given several times, the first counts. */
export async function parameter(search: SearchParams, name: string): Promise<string | undefined> {
  const value = (await search)[name];
  return Array.isArray(value) ? value[0] : value;
}
