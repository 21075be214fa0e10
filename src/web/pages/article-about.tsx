import type { FC } from 'hono/jsx';
import type { ArticlePage } from '../../desk.js';
import type { Entity, EntityType } from '../../model/analysis.js';
import { articlePath, entityPath, keywordPath, storyPath } from '../paths.js';
import { otherOutlets } from '../parts/entry.js';
import { Moment, Outside } from '../parts/outside.js';
import type { View } from '../parts/view.js';
import { count } from '../wording/counts.js';
import { entityGroups } from '../wording/names.js';

/** Beside the article: its story, its copies, its keywords and the names in it. */
export const About: FC<{ data: ArticlePage; view: View }> = ({ data, view }) => {
  const { stored, story } = data;
  const alsoIn = otherOutlets(stored.article, data.alsoIn);
  const names = namesByType(stored.entities);
  const alone = !story || story.articles < 2;
  const nothing =
    alone && alsoIn.length === 0 && stored.keyphrases.length === 0 && names.length === 0;
  if (nothing) return null;
  return (
    <aside class="about" aria-label="عن هذا الخبر">
      {story && !alone ? (
        <section class="about-story" aria-labelledby="story">
          <h2 id="story">الحدث</h2>
          <p class="about-story-title">
            <a href={storyPath(story.id)}>
              {story.title === stored.article.title ? (
                'كل ما نُشر فيه، من أول خبر'
              ) : (
                <Outside text={story.title} />
              )}
            </a>
          </p>
          <p class="quiet">
            {count(story.articles, 'article')} من {count(story.outlets, 'outlet', 'oblique')}
          </p>
        </section>
      ) : null}
      {alsoIn.length > 0 ? (
        <section aria-labelledby="also-in">
          <h2 id="also-in">نُشر أيضاً في</h2>
          <ul class="copies">
            {alsoIn.map((copy) => (
              <li>
                <a href={articlePath(copy.id)}>
                  <Outside text={copy.sourceName} />
                </a>{' '}
                <Moment time={copy.published ?? copy.collected} view={view} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {stored.keyphrases.length > 0 ? (
        <section aria-labelledby="keywords">
          <h2 id="keywords">كلمات دلالية</h2>
          <ul class="tags">
            {stored.keyphrases.map((phrase) => (
              <li>
                <a href={keywordPath(phrase.key)}>
                  <Outside text={phrase.text} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {names.length > 0 ? (
        <section aria-labelledby="names">
          <h2 id="names">أسماء في الخبر</h2>
          {names.map(([type, entities]) => (
            <>
              <h3>{entityGroups[type]}</h3>
              <ul class="names">
                {entities.map((entity, index) => (
                  <li>
                    {index > 0 ? '، ' : ''}
                    <a href={entityPath(entity.key)}>
                      <Outside text={entity.name} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        </section>
      ) : null}
    </aside>
  );
};

const shownPerType = 8;

/** Each name once, most mentioned first, by type. */
function namesByType(entities: Entity[]): Array<[EntityType, Entity[]]> {
  const mentions = new Map<string, { entity: Entity; times: number }>();
  for (const entity of entities) {
    if (entity.dateline) continue;
    const seen = mentions.get(entity.key);
    if (seen) seen.times += 1;
    else mentions.set(entity.key, { entity, times: 1 });
  }
  const ranked = [...mentions.values()].sort((a, b) => b.times - a.times);
  const types = Object.keys(entityGroups) as EntityType[];
  return types
    .map((type): [EntityType, Entity[]] => [
      type,
      ranked
        .filter(({ entity }) => entity.type === type)
        .slice(0, shownPerType)
        .map(({ entity }) => entity),
    ])
    .filter(([, list]) => list.length > 0);
}
