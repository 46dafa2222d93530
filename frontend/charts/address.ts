/** On a page opened by a shared link: the word that lets its visitor in. */
function link(): string | undefined {
  const path = decodeURI(location.pathname.slice(new URL(document.baseURI).pathname.length));
  return /^shared\/([\w-]+)/.exec(path)?.[1];
}

/** An address of this server; on the page of a shared link it carries the link. */
export function address(path: string): URL {
  const url = new URL(path, document.baseURI);
  const secret = link();
  if (secret) {
    url.searchParams.set('link', secret);
  }
  return url;
}
