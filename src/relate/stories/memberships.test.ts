import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memberships } from './memberships.js';

const seq = fc.nat({ max: 12 });
const place = fc.record({
  seq,
  story: fc.option(seq, { nil: undefined }),
  copy: fc.option(fc.record({ group: seq, original: seq, how: fc.constant('edited' as const) }), {
    nil: undefined,
  }),
});

const rising = (list: readonly number[]) => [...list].sort((a, b) => a - b);

it('restores what setting one after the other gave, and notes no change', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const set = new Memberships();
      const restored = new Memberships();
      for (const { seq, story, copy } of places) {
        set.setStory(seq, story);
        set.setCopy(seq, copy);
        restored.restore(seq, set.placeOf(seq));
      }
      for (let one = 0; one <= 12; one += 1) {
        expect(restored.storyOf(one)).toBe(set.storyOf(one));
        expect(restored.membersOf(one)).toEqual(rising(set.membersOf(one)));
        expect(restored.copyOf(one)).toEqual(set.copyOf(one));
        expect(restored.groupOf(one)).toEqual(rising(set.groupOf(one)));
      }
      expect(restored.takeChanged()).toEqual([]);
    }),
  );
});

it('counts each article among the members of its story, and of no other', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const memberships = new Memberships();
      const stories = new Map<number, number | undefined>();
      for (const { seq, story } of places) {
        memberships.setStory(seq, story);
        stories.set(seq, story);
      }
      for (let story = 0; story <= 12; story += 1) {
        const members = [...stories].filter(([, of]) => of === story).map(([one]) => one);
        expect([...memberships.membersOf(story)].sort((a, b) => a - b)).toEqual(
          members.sort((a, b) => a - b),
        );
      }
    }),
  );
});

it('goes on from what was restored as from what was set', () => {
  const places = fc.array(place, { maxLength: 40 });
  fc.assert(
    fc.property(places, places, (before, after) => {
      const set = new Memberships();
      for (const { seq, story, copy } of before) {
        set.setStory(seq, story);
        set.setCopy(seq, copy);
      }
      const restored = new Memberships();
      for (const seq of set.all()) restored.restore(seq, set.placeOf(seq));
      for (const { seq, story, copy } of after)
        for (const one of [set, restored]) {
          one.setStory(seq, story);
          one.setCopy(seq, copy);
        }
      for (let one = 0; one <= 12; one += 1) {
        expect(restored.placeOf(one)).toEqual(set.placeOf(one));
        expect(rising(restored.membersOf(one))).toEqual(rising(set.membersOf(one)));
        expect(rising(restored.groupOf(one))).toEqual(rising(set.groupOf(one)));
      }
    }),
  );
});
