// Requests for the page of a thread that no browser sends when a link is followed.

export interface OddRequest {
  name: string;
  /** What kind of answer it must be, where that is another than a page. */
  type?: RegExp;
  method?: string;
  /** @param page the page's own address */
  path(page: string): string;
  /** @param token of a moderator's session */
  headers(token: string): Record<string, string>;
}

const HEADERS: Record<string, Record<string, string>> = {
  "a forged Host": { host: "evil.example" },
  "a forged Host with a port": { host: "evil.example:8080" },
  "a forged X-Forwarded-Host": { "x-forwarded-host": "evil.example" },
  "forged forwarding": {
    ...{ "x-forwarded-for": "6.6.6.6", "x-forwarded-proto": "https", "x-forwarded-port": "1" },
    ...{ "x-forwarded-host": "evil.example", forwarded: "host=evil.example;proto=https" },
  },
  "another address in a header": { "x-original-url": "/evil", "x-rewrite-url": "/evil" },
  "another method in a header": { "x-http-method-override": "DELETE" },
  "a claim to come from Next.js": {
    ...{ "x-middleware-subrequest": "proxy:proxy:proxy", "x-invoke-path": "/evil" },
    ...{ "x-nextjs-data": "1", "x-matched-path": "/evil", "x-now-route-matches": "1=evil" },
  },
  RSC: { rsc: "1" },
  "RSC of a prefetch": { rsc: "1", "next-router-prefetch": "1" },
  "RSC of a segment's prefetch": {
    ...{ rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  "RSC with a state tree": { rsc: "1", "next-router-state-tree": '["",{},null,null,true]' },
  "RSC with a broken state tree": { rsc: "1", "next-router-state-tree": "evil%zz" },
  "RSC from another page": { rsc: "1", "next-url": "/evil" },
  "a state tree without RSC": { "next-router-state-tree": '["",{},null,null,true]' },
  "a prefetch": { purpose: "prefetch", "sec-purpose": "prefetch;prerender" },
  "Accept of a component": { accept: "text/x-component" },
  "Accept of JSON": { accept: "application/json" },
  "Accept of an annotation": { accept: "application/ld+json" },
  "no encoding allowed": { "accept-encoding": "identity;q=0, *;q=0" },
  "gzip refused": { "accept-encoding": "gzip;q=0" },
  "unknown encodings": { "accept-encoding": "br, zstd, evil" },
  "a range": { range: "bytes=0-10" },
  "many ranges": { range: "bytes=0-1,5-9,-5" },
  "a range with If-Range": { range: "bytes=0-10", "if-range": '"evil"' },
  "If-None-Match of anything": { "if-none-match": "*" },
  "If-None-Match of something": { "if-none-match": 'W/"evil", "evil"' },
  "If-Modified-Since tomorrow": { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" },
  "no cache wanted": { "cache-control": "no-cache, no-store", pragma: "no-cache" },
  "only what is cached": { "cache-control": "only-if-cached, max-stale=99999999" },
  "a password in a header": { authorization: "Basic ZXZpbDpldmls" },
  "a closing connection": { connection: "close" },
};

/** Cookies in which a session is not, or should not be, found. */
const COOKIES: Record<string, (token: string) => string> = {
  "an empty session": () => "authjs.session-token=",
  "a broken session": () => "authjs.session-token=evil%zz",
  "an unknown session": (token) => `authjs.session-token=${token.slice(1)}x`,
  "a long session": () => `authjs.session-token=${"evil".repeat(1_000)}`,
  "another protocol's session": (token) => `__Secure-authjs.session-token=${token}`,
  "two sessions": (token) => `authjs.session-token=x; authjs.session-token=${token}`,
  "two sessions, the other way": (token) => `authjs.session-token=${token}; authjs.session-token=x`,
  "a session in quotes": (token) => `authjs.session-token="${token}"`,
  "a session with its name encoded": (token) => `authjs%2Esession-token=${token}`,
  "a session in capitals": (token) => `Authjs.Session-Token=${token}`,
  "a session without a space": (token) => `a=b;authjs.session-token=${token}`,
  "a session with much space": (token) => `a=b  ;  authjs.session-token = ${token}`,
  "a session in pieces": (token) => `authjs.session-token.0=${token}`,
  "a preview": () => "__prerender_bypass=evil; __next_preview_data=evil",
  "cookies that are none": () => ";;; = ;evil",
};

const PATHS: Record<string, (page: string) => string> = {
  "an unknown order": (page) => `${page}?sort=evil`,
  "a known order": (page) => `${page}?sort=new`,
  "two orders": (page) => `${page}?sort=new&sort=old`,
  "an order in brackets": (page) => `${page}?sort[]=new`,
  "an empty query": (page) => `${page}?`,
  "an unknown parameter": (page) => `${page}?evil=${"x".repeat(2_000)}`,
  "the notice of another visit": (page) => `${page}?existed=yes`,
  "a quote that is not": (page) => `${page}?quote=999999`,
  "a parameter of the router": (page) => `${page}?_rsc=1`,
  "parameters of Next.js": (page) => `${page}?__nextDataReq=1&__nextLocale=evil&nxtPid=1`,
  "an id in the query": (page) => `${page}?id=1`,
  "a slash at the end": (page) => `${page}/`,
  "two slashes before": (page) => `/${page}`,
  "two slashes within": (page) => page.replace("/t/", "/t//"),
  "an escaped slash": (page) => page.replace("/t/", "/t%2F"),
  "an escaped letter": (page) => page.replace("/t/", "/%74/"),
  "an escaped digit": (page) => page.replace(/\d$/, (digit) => `%3${digit}`),
  "a zero before the id": (page) => page.replace("/t/", "/t/0"),
  "a plus before the id": (page) => page.replace("/t/", "/t/+"),
  capitals: (page) => page.toUpperCase(),
  "a space at the end": (page) => `${page}%20`,
  "a parameter of the path": (page) => `${page};evil`,
  "a file's name": (page) => `${page}.rsc`,
  "a text's name": (page) => `${page}.txt`,
  "the data of Next.js": (page) => `/_next/data/evil${page}.json`,
  "a way around": (page) => `/evil/..${page}`,
  "a way around, escaped": (page) => `/evil/%2e%2e${page}`,
  "a whole address": (page) => `http://evil.example${page}`,
  "a fragment": (page) => `${page}#evil`,
};

/** What the router of Next.js reads. */
const COMPONENT = /^text\/x-component/;

const same = (page: string) => page;
const none = () => ({});

export const ODD_REQUESTS: readonly OddRequest[] = [
  ...Object.entries(HEADERS).map(([name, headers]) => ({
    ...{ name, path: same, headers: () => headers },
    ...(headers.rsc === undefined || headers["next-router-state-tree"]?.includes("%zz")
      ? {}
      : { type: COMPONENT }),
  })),
  ...Object.entries(COOKIES).map(([name, cookie]) => ({
    ...{ name, path: same, headers: (token: string) => ({ cookie: cookie(token) }) },
  })),
  ...Object.entries(PATHS).map(([name, path]) => ({ name, path, headers: none })),
  ...["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"].map((method) => ({
    ...{ name: method, method, path: same, headers: none },
  })),
  {
    ...{ name: "HEAD of RSC", method: "HEAD", type: COMPONENT, path: same },
    headers: () => ({ rsc: "1" }),
  },
  {
    ...{ name: "RSC with the router's parameter", path: (page: string) => `${page}?_rsc=evil` },
    ...{ type: COMPONENT, headers: () => ({ rsc: "1" }) },
  },
];
