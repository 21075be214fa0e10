import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortFormOf } from '../analyse/entities/short-form.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED } from '../model/learned.js';
import type { Job } from './jobs.js';
import { PrepareThread } from './thread.js';

let thread: PrepareThread;
beforeEach(() => void (thread = new PrepareThread(NOTHING_LEARNED)));
const ask = (job: Job, documents: RawDocument[], learned = NOTHING_LEARNED) =>
  thread.ask(job, documents, learned);
afterEach(() => thread.close());

const article = (id: string): RawDocument => ({
  form: 'record',
  name: id,
  fetchedAt: '2018-04-09T10:00:00.000Z',
  record: { id, title: 'افتتاح جسر', body: 'افتتح رئيس البلدية اليوم جسرا جديدا على النهر.' },
});

test('a task that ends the thread is told so, and those behind it are done all the same', async () => {
  const answers = await Promise.all([
    ask('prepare', [article('a'), article('b')]),
    ask('no such job' as Job, [article('c')]),
    ask('prepare', [article('d')]),
    ask('prepare', [article('e')]),
  ]);
  expect(
    answers.map((answer) => (answer === 'ended' ? answer : answer.map(({ name }) => name))),
  ).toEqual([['a', 'b'], 'ended', ['d'], ['e']]);
  expect(thread.load).toBe(0);
});

test('each task is done with what it was asked with, also by a thread that takes over', async () => {
  const name = 'سمير الدرغامي';
  const learned = { ...NOTHING_LEARNED, people: new Map([[shortFormOf(name)!, name]]) };
  const document: RawDocument = {
    form: 'record',
    name: 'a',
    fetchedAt: '2018-04-09T10:00:00.000Z',
    record: { id: 'a', title: 'افتتاح سد', body: 'وقال الدرغامي إن السد آمن.' },
  };
  const answers = await Promise.all([
    ask('prepare', [document]),
    ask('no such job' as Job, [document], learned),
    ask('prepare', [document]),
    ask('prepare', [document], learned),
    ask('prepare', [document]),
  ]);
  const people = answers
    .flatMap((answer) => (answer === 'ended' ? [] : answer))
    .map(
      (made) =>
        'articles' in made &&
        'analysis' in made.articles[0]! &&
        made.articles[0].analysis.entities[0]?.name,
    );
  expect(people).toEqual(['الدرغامي', 'الدرغامي', name, 'الدرغامي']);
});
