// A thread as one would write it first: a server component for each post.

import { notFound } from "next/navigation";
import { connection } from "next/server";
import pg from "pg";
import { type PeerPost, readThread } from "@/bench/peers/thread";
import { Age } from "@/components/ui/Age";

const MAX_NESTING = 12;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

export default async function ThreadPage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const thread = await readThread(pool, Number((await params).id));
  if (thread === null) notFound();
  const { title, opening, replyCount } = thread;
  return (
    <main id="main" className="thread">
      <title>{title}</title>
      <h1>{title}</h1>
      <Post post={opening} now={new Date()} />
      <h2 id="replies">{replyCount} replies</h2>
      <Branches posts={opening.replies} depth={1} root={opening.id} now={new Date()} />
    </main>
  );
}

type Level = { posts: PeerPost[]; depth: number; root: number; now: Date };

function Branches({ posts, depth, root, now }: Level) {
  return posts.map((post, index) => {
    const below = <Branches posts={post.replies} depth={depth + 1} root={root} now={now} />;
    const isNested = post.replies.length > 0 && depth < MAX_NESTING;
    return (
      <div key={post.id} className="branch">
        <Post post={post} root={root} next={posts[index + 1]?.id} now={now} />
        {isNested ? <div className="replies">{below}</div> : below}
      </div>
    );
  });
}

type Shown = { post: PeerPost; root?: number; next?: number; now: Date };

function Post({ post, root, next, now }: Shown) {
  const { id, parentId, author } = post;
  return (
    <article id={`post-${id}`} className="post">
      <header className="post-head">
        <a href={`/u/${author}`} className="author">
          {author}
        </a>
        <a href={`/p/${id}`} className="quiet" aria-label={`Permalink to post ${id}`}>
          <Age date={post.createdAt} now={now} />
        </a>
        {root !== undefined && (
          <nav className="post-ways" aria-label="Neighbours">
            {parentId !== root && <Way to={parentId}>parent</Way>}
            <Way to={root}>root</Way>
            {next !== undefined && <Way to={next}>next</Way>}
          </nav>
        )}
      </header>
      <details open className="post-fold">
        <summary className="post-toggle">
          <span className="sr-only">Fold this branch</span>
        </summary>
        <div className="prose" data-post={id}>
          <Body post={post} />
        </div>
        <footer className="post-controls">
          <span className="votes" data-votes={id}>
            <Vote id={id} label="Upvote" sign="▲" to="up" />
            <span className="score">{post.score}</span>
            <Vote id={id} label="Downvote" sign="▼" to="down" />
          </span>
          <a href={`/p/${id}/reply`}>Reply</a>
          <a href={`/p/${id}/reply`}>Quote</a>
          {post.answered && <a href={`/p/${id}/points`}>Point by point</a>}
        </footer>
      </details>
    </article>
  );
}

function Way({ to, children }: { to: number | null; children: string }) {
  return (
    <a href={`#post-${to}`} className="quiet">
      {children}
    </a>
  );
}

function Vote({ id, label, sign, to }: { id: number; label: string; sign: string; to: string }) {
  return (
    <button
      type="submit"
      form="vote-form"
      name="vote"
      value={`${id}:${to}`}
      aria-label={label}
      className="vote"
    >
      {sign}
    </button>
  );
}

function Body({ post: { html, quotes } }: { post: PeerPost }) {
  return html.map((own, index) => {
    const quote = quotes[index];
    return [
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity
      own !== "" && <div key={index} className="own" dangerouslySetInnerHTML={{ __html: own }} />,
      quote && (
        <blockquote key={quote.id} className="quote">
          <p className="quote-source">
            <a href={`#post-${quote.sourcePostId}`}>
              quoting <bdi>{quote.sourceAuthor}</bdi> ↑
            </a>
            <a href={`/q/${quote.id}`}>context</a>
          </p>
          <div dangerouslySetInnerHTML={{ __html: quote.html.join("") }} />
        </blockquote>
      ),
    ];
  });
}
