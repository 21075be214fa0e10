import { afterEach, expect, test } from 'vitest';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED } from '../model/learned.js';
import type { Job } from './jobs.js';
import { PrepareThread } from './thread.js';

const thread = new PrepareThread(() => NOTHING_LEARNED);
afterEach(() => thread.close());

const article = (id: string): RawDocument => ({
  form: 'record',
  name: id,
  fetchedAt: '2018-04-09T10:00:00.000Z',
  record: { id, title: 'افتتاح جسر', body: 'افتتح رئيس البلدية اليوم جسرا جديدا على النهر.' },
});

test('a task that ends the thread is told so, and those behind it are done all the same', async () => {
  const answers = await Promise.all([
    thread.ask('prepare', [article('a'), article('b')]),
    thread.ask('no such job' as Job, [article('c')]),
    thread.ask('prepare', [article('d')]),
    thread.ask('prepare', [article('e')]),
  ]);
  expect(
    answers.map((answer) => (answer === 'ended' ? answer : answer.map(({ name }) => name))),
  ).toEqual([['a', 'b'], 'ended', ['d'], ['e']]);
  expect(thread.load).toBe(0);
});
