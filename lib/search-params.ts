/** What Next.js gives a page of the address's query. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value of the query as text; of several by one name, the first. */
export async function searchText(params: SearchParams, name: string): Promise<string | undefined> {
  const value = (await params)[name];
  return Array.isArray(value) ? value[0] : value;
}
