import { expect, test } from 'vitest';
import { draftOfDay as draft, related } from './testing.js';

test('the next read changes when a newer development arrives, and never is an article of before told as one', async () => {
  const first = draft('n1', 'انهيار جسر [وادي الريحان] ومقتل خمسة', [
    'انهار جسر [وادي الريحان] مساء أمس وقتل خمسة أشخاص وأغلقت السلطات الطريق.',
  ]);
  const second = draft('n2', 'لجنة تحقيق في انهيار جسر [وادي الريحان]', [
    'شكلت الحكومة لجنة تحقيق في انهيار جسر [وادي الريحان] الذي قتل خمسة أشخاص وستقدم تقريرها خلال شهر.',
  ]);
  const third = draft('n3', 'توقيف مقاول جسر [وادي الريحان] بعد الانهيار', [
    'أوقفت الشرطة مقاول جسر [وادي الريحان] بعد الانهيار الذي قتل خمسة أشخاص، بناء على طلب لجنة التحقيق.',
  ]);
  const early = await related([first, second]);
  expect(await early.relater.nextRead('n1')).toMatchObject({ id: 'n2', because: 'development' });
  expect(await early.relater.nextRead('n2')).toMatchObject({ id: 'n1', because: 'background' });
  const late = await related([first, second, third]);
  expect(await late.relater.nextRead('n1')).toMatchObject({ id: 'n3', because: 'development' });
});

test('the same event told again within hours is no next read; the development of the day after is', async () => {
  const at = (id: string, time: string, title: string, lines: string[]) => ({
    ...draft(id, title, lines),
    at: time,
  });
  const first = at('d1', '2024-05-01T08:00:00Z', 'غرق عبارة قرب [ميناء الزبد] وفقدان عشرين راكبا', [
    'غرقت عبارة قرب [ميناء الزبد] فجر الأربعاء وفقد عشرون راكبا بحسب خفر السواحل.',
    'وقال قبطان سفينة صيد إن الأمواج كانت عالية وإن العبارة مالت قبل أن تختفي.',
  ]);
  const again = at('d2', '2024-05-01T10:00:00Z', 'البحر يبتلع سفينة أمام [ميناء الزبد]', [
    'عادت سفن الإنقاذ إلى [ميناء الزبد] مساء دون أن تجد ركاب عبارة غرقت فجر الأربعاء.',
    'وكانت قد غادرت الجزيرة المجاورة محملة بالبضائع والسيارات متجهة إلى رصيفها المعتاد.',
  ]);
  const after = at('d3', '2024-05-02T09:00:00Z', 'انتشال أحياء من ركاب عبارة [ميناء الزبد]', [
    'انتشل خفر السواحل تسعة ركاب أحياء بعد يوم من غرق العبارة قرب [ميناء الزبد].',
    'ونقل الناجون إلى المستشفى ويستمر البحث عن بقية الركاب في البحر.',
  ]);
  const early = await related([first, again]);
  expect(await early.relater.nextRead('d1')).toBeUndefined();
  expect(await early.relater.nextRead('d2')).toBeUndefined();
  const late = await related([first, again, after]);
  expect(await late.relater.nextRead('d1')).toMatchObject({ id: 'd3', because: 'development' });
});
