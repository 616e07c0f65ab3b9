import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { DECISION_SCOPES } from '../../decisions/scopes/decision-scopes.operations';
import { CalendarMappingForm } from './calendar-mapping-form';

const PRODUCT = 'Product_0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a';
const CALENDARS = [
  { path: 'lang.toml', name: 'Language', count: 12 },
  { path: 'release.ics', name: '', count: 1 },
  { path: '_zones.toml', name: 'Time zones', count: 0 },
];

async function show(calendars: object[]) {
  const chosen: unknown[] = [];
  function Form() {
    const [mapping, setMapping] = useState<unknown>({});
    const change = (next: object) => {
      chosen.push(next);
      setMapping(next);
    };
    return <CalendarMappingForm mapping={mapping} choices={{ calendars }} onChange={change} />;
  }
  const scopes = always(DECISION_SCOPES)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      name: 'Harbour',
      products: [{ __typename: 'Product', id: PRODUCT, name: 'Ferry', areas: [] }],
    },
  }));
  renderScreen(signedIn([{ index: true, element: <Form /> }]), '/', [lastingSession(viewer()), scopes.answer]);
  await screen.findByText('Whose meetings they are');
  return () => chosen.at(-1);
}

async function choose(label: string, option: RegExp) {
  await userEvent.click(screen.getByRole('combobox', { name: label }));
  await userEvent.click(await within(screen.getByRole('listbox')).findByRole('option', { name: option }));
}

test('all calendars have one place, single ones another or none; those without meetings are not asked about', async () => {
  const mapping = await show(CALENDARS);
  await choose('All calendars: 2', /Ferry/);
  expect(mapping()).toMatchObject({ place: PRODUCT, calendars: {}, invite: true });
  await userEvent.click(screen.getByText('Choose for single calendars'));
  await choose('release.ics: 1 meeting', /Leave out/);
  await choose('Language: 12 meetings', /The organization/);
  expect(mapping()).toMatchObject({ calendars: { 'release.ics': 'SKIP', 'lang.toml': 'ORGANIZATION' } });
  await choose('release.ics: 1 meeting', /As all/);
  expect(mapping()).toMatchObject({ calendars: { 'lang.toml': 'ORGANIZATION' } });
  expect(screen.queryByRole('combobox', { name: /Time zones/ })).not.toBeInTheDocument();
});

test('one calendar needs no second question; nobody need be invited', async () => {
  const mapping = await show([{ path: 'a.ics', name: 'Mine', count: 3 }]);
  expect(screen.getByRole('combobox', { name: 'All meetings' })).toBeVisible();
  expect(screen.queryByText('Choose for single calendars')).not.toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText(/Who is invited/), 'Nobody');
  expect(mapping()).toMatchObject({ invite: false });
  const zone = screen.getByRole('combobox', { name: 'Times without a time zone are of' });
  await userEvent.clear(zone);
  await userEvent.type(zone, 'tokyo');
  await userEvent.click(await screen.findByRole('option', { name: 'Asia/Tokyo' }));
  expect(mapping()).toMatchObject({ timeZone: 'Asia/Tokyo', invite: false });
});
