/** Schedules by mouse, in French, with holidays from a calendar, and deleted while rules name them. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures/test';

const mark = () => randomUUID().slice(0, 8);

async function makeSchedule(api: APIRequestContext, name: string, intervals: object[] = []): Promise<string> {
  const data = { name, timeZone: 'Europe/Paris', intervals };
  const answer = await api.post('/api/v1/schedules', { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

test('hours are drawn, moved and stretched with a mouse, and leaving asks', async ({ page, api, signInAs }) => {
  const id = await makeSchedule(api, `Mouse ${mark()}`, [{ day: 1, from: '09:00', to: '12:00' }]);
  await signInAs('lead');
  await page.goto(`/schedules/${id}`);
  const day = (name: string) => page.getByRole('group', { name, exact: true });
  const hours = (name: string) => page.getByRole('button', { name, exact: true });
  const monday = await boxOf(day('Monday'));
  const hour = monday.height / 13;
  const at = (time: number) => monday.y + (time - 7) * hour;
  const middle = monday.x + monday.width / 2;

  await dragFrom(page, { x: middle, y: at(10) + 2 }, { x: middle, y: at(13) });
  await expect(hours('Monday, 10:00 to 13:00')).toBeVisible();
  await dragFrom(page, { x: middle, y: at(11) }, { x: middle + monday.width * 2, y: at(12) });
  await expect(hours('Wednesday, 11:00 to 14:00')).toBeVisible();
  await dragFrom(page, { x: middle + monday.width * 2, y: at(14) - 1 }, { x: middle + monday.width * 2, y: at(16.5) });
  await expect(hours('Wednesday, 11:00 to 16:30')).toBeVisible();

  // At the edge it goes as far as the hours that are shown, which stay where they are meanwhile.
  await dragFrom(page, { x: middle + monday.width * 2, y: at(12) }, { x: middle + monday.width * 2, y: at(7) });
  await expect(hours('Wednesday, 07:00 to 12:30')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(hours('Wednesday, 11:00 to 16:30')).toBeVisible();

  // Over what Tuesday has, it goes where there is room.
  await dragFrom(page, { x: middle + monday.width * 2, y: at(12) }, { x: middle + monday.width, y: at(11) });
  await expect(hours('Tuesday, 12:00 to 17:30')).toBeVisible();
  await expect(hours('Tuesday, 09:00 to 12:00')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(hours('Wednesday, 11:00 to 16:30')).toBeVisible();

  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('was saved')).toBeVisible();
  await page.reload();
  await expect(hours('Wednesday, 11:00 to 16:30')).toBeVisible();
});

test('somebody else saved meanwhile: both versions stay reachable', async ({ page, api, signInAs }) => {
  const name = `Stale ${mark()}`;
  const id = await makeSchedule(api, name, [{ day: 0, from: '09:00', to: '12:00' }]);
  await signInAs('lead');
  await page.goto(`/schedules/${id}`);
  await page.getByRole('button', { name: 'Monday, 09:00 to 12:00' }).press('ArrowDown');
  const change = { intervals: [{ day: 2, from: '09:00', to: '12:00' }] };
  expect((await api.put(`/api/v1/schedules/${id}`, { data: change })).ok()).toBe(true);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Somebody saved this schedule')).toBeVisible();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByRole('button', { name: 'Wednesday, 09:00 to 12:00' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('button', { name: 'Monday, 09:15 to 12:15' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`${name} was saved`)).toBeVisible();
});

test('a schedule that rules name goes only knowingly, and comes back by Undo', async ({ page, api, signInAs }) => {
  const name = `Used ${mark()}`;
  const id = await makeSchedule(api, name);
  const { key } = await (await api.get(`/api/v1/schedules/${id}`)).json();
  const rule = {
    ...{ name: `Rule of ${name}`, on: 'conversation_requested', active: false },
    when: { all: [{ field: 'schedule', schedule: key, operator: 'is', value: 'inside' }] },
    do: [{ action: 'add_tags', tags: ['open'] }],
  };
  const trigger = await (await api.post('/api/v1/triggers', { data: rule })).json();
  await signInAs('lead');
  await page.goto('/schedules');
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete schedule' }).click();
  await expect(dialog).toContainText(`Rule of ${name}`);
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Delete schedule anyway' }).click();
  await expect(row).toHaveCount(0);
  const broken = await (await api.get(`/api/v1/triggers/${trigger.id}`)).json();
  expect(broken.broken).toEqual({ reason: 'reference_gone', gone: [`schedule:${key}`] });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  expect((await (await api.get(`/api/v1/triggers/${trigger.id}`)).json()).broken).toBeNull();
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('holidays come from a calendar, and a taken name is told', async ({ page, api, signInAs }) => {
    const name = `Férié ${mark()}`;
    const id = await makeSchedule(api, name, [{ day: 0, from: '09:00', to: '12:30' }]);
    await signInAs('admin');
    await page.goto(`/schedules/${id}`);
    await expect(page.getByRole('button', { name: 'Lundi, de 09:00 à 12:30' })).toBeVisible();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Importer' }).click();
    const year = new Date().getUTCFullYear() + 1;
    const event = (uid: number, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];
    const lines = [
      'BEGIN:VCALENDAR',
      ...event(1, `DTSTART;VALUE=DATE:${year}0714`, 'SUMMARY:Fête nationale'),
      ...event(2, `DTSTART:${year}0101T140000Z`, `DTEND:${year}0101T150000Z`, 'SUMMARY:Vœux'),
      'END:VCALENDAR',
    ];
    const file = (text: string) => ({ name: 'feries.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
    await page.getByLabel('Fichier iCalendar').setInputFiles(file('rien'));
    await expect(page.getByText('n’est pas un fichier iCalendar lisible')).toBeVisible();
    await page.getByLabel('Fichier iCalendar').setInputFiles(file(lines.join('\r\n')));
    await expect(page.getByText('1 jour férié trouvé')).toBeVisible();
    await expect(page.getByText('1 entrée écartée')).toBeVisible();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Ajouter 1 jour férié' }).click();
    await expect(page.getByText(new RegExp(`14 juil\\. ${year}`))).toBeVisible();

    await page.getByRole('textbox', { name: 'Nom' }).fill('Shop opening hours');
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByRole('textbox', { name: 'Nom' })).toBeFocused();
    await expect(page.getByText('Un autre élément a ce nom')).toBeVisible();
    await page.getByRole('textbox', { name: 'Nom' }).fill(name);
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByText('a été enregistré')).toBeVisible();
    const stored = await (await api.get(`/api/v1/schedules/${id}`)).json();
    expect(stored.holidays).toEqual([{ name: 'Fête nationale', from: `${year}-07-14`, to: `${year}-07-14` }]);
  });
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not shown');
  return box;
}

async function dragFrom(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
