import type { FC } from 'hono/jsx';
import type { Block } from '../../model/article.js';
import { blockDirection, Moment, Outside, OutsideLink } from './outside.js';
import type { View } from './view.js';

type Level = 2 | 3 | 4 | 5 | 6;

/**
 * The blocks of an article.
 *
 * Images are not shown: they are on the publishers' servers, and loading them would tell each
 * publisher who reads what, and break the rule that a page asks no other host for anything. Their
 * captions stand in their place, with a link for who wants to see the picture.
 *
 * @param below level of the heading above the blocks; theirs follow on without a gap
 * @param anchors prefix for the ids of blocks (`b0`, `b1`, …), where others link to them
 */
export const Blocks: FC<{ blocks: Block[]; view: View; below: 1 | 2 | 3; anchors?: string }> = ({
  blocks,
  view,
  below,
  anchors,
}) => {
  const levels = headingLevels(blocks, below);
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock
          block={block}
          view={view}
          level={levels[index] ?? 2}
          {...(anchors === undefined ? {} : { anchor: `${anchors}${index}` })}
        />
      ))}
    </>
  );
};

/** A level for the heading of each block: the article's own order of rank, with no level skipped. */
function headingLevels(blocks: Block[], below: number): Level[] {
  let last = below;
  const ranks = [
    ...new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []))),
  ].sort();
  return blocks.map((block) => {
    const rank = block.type === 'heading' ? ranks.indexOf(block.level) : 0;
    const level = Math.min(below + 1 + rank, last + 1, 6);
    if (block.type === 'heading' || (block.type === 'entry' && block.title)) last = level;
    return level as Level;
  });
}

interface OneBlockProps {
  block: Block;
  view: View;
  level: Level;
  anchor?: string;
}

const OneBlock: FC<OneBlockProps> = ({ block, view, level, anchor }) => {
  const Heading = `h${level}` as 'h2';
  const id = anchor === undefined ? {} : { id: anchor };
  switch (block.type) {
    case 'heading':
      return (
        <Heading {...id} {...blockDirection(block.text)}>
          {block.text}
        </Heading>
      );
    case 'paragraph':
      return (
        <p {...id} {...blockDirection(block.text)}>
          {block.text}
        </p>
      );
    case 'quote':
      return (
        <blockquote {...id} {...blockDirection(block.text)}>
          <p>{block.text}</p>
          {block.by ? (
            <footer>
              <Outside text={block.by} />
            </footer>
          ) : null}
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List {...id} {...blockDirection(block.items.join(' '))}>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table block={block} anchor={id} />;
    case 'image':
      return <Picture block={block} anchor={id} />;
    case 'embed':
      return (
        <p class="embed" {...id}>
          {embedKinds[block.kind]}
          {block.title ? (
            <>
              {': '}
              <Outside text={block.title} />
            </>
          ) : null}{' '}
          <OutsideLink href={block.url}>افتحه هناك</OutsideLink>
        </p>
      );
    case 'entry':
      return (
        <section class="live-entry" {...id}>
          {block.time ? (
            <p class="source-line">
              <Moment time={block.time} view={view} form="full" />
            </p>
          ) : null}
          {block.title ? <Heading {...blockDirection(block.title)}>{block.title}</Heading> : null}
          {block.text.split('\n').map((paragraph) => (
            <p {...blockDirection(paragraph)}>{paragraph}</p>
          ))}
        </section>
      );
  }
};

const embedKinds = {
  video: 'فيديو لدى الناشر',
  audio: 'تسجيل صوتي لدى الناشر',
  post: 'منشور على منصة أخرى',
  other: 'محتوى مضمَّن لدى الناشر',
} as const;

const Table: FC<{ block: Extract<Block, { type: 'table' }>; anchor: { id?: string } }> = ({
  block,
  anchor,
}) => (
  <div
    class="table-frame"
    role="region"
    aria-label={block.caption ?? 'جدول'}
    tabindex={0}
    {...anchor}
  >
    <table>
      {block.caption ? <caption>{block.caption}</caption> : null}
      <tbody>
        {block.rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>
                <Outside text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Picture: FC<{ block: Extract<Block, { type: 'image' }>; anchor: { id?: string } }> = ({
  block,
  anchor,
}) => {
  const words = block.caption ?? block.alt;
  return (
    <figure class="picture" {...anchor}>
      <figcaption>
        {words ? <Outside text={words} /> : null}
        {block.credit ? (
          <>
            {' '}
            (<Outside text={block.credit} />)
          </>
        ) : null}{' '}
        <OutsideLink href={block.url}>الصورة لدى الناشر</OutsideLink>
      </figcaption>
    </figure>
  );
};
