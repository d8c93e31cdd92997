/** The address of a section of a document on the page. */
export function topicAddress(document: string, section: string): string {
  return `/topics/${encodeURIComponent(document)}#${encodeURIComponent(section)}`
}
