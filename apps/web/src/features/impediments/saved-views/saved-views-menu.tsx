import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { Bookmark, Check, Pencil, Plus, Save, Star, StarOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { SavedViewFactsFragment, SavedViewScreen } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { addressOf, sameSearch } from './saved-view-address';
import { SaveViewDialog } from './save-view-dialog';
import { DELETE_VIEW, EDIT_VIEW, SAVE_VIEW, SAVED_VIEWS, SET_DEFAULT_VIEW } from './saved-views.operations';

type View = SavedViewFactsFragment;

/** Ways to look at the board that somebody has kept: one's own, and those of others who share theirs. */
export function SavedViewsMenu({ screen }: { screen: SavedViewScreen }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { person } = useViewer();
  const { data, refetch } = useQuery(SAVED_VIEWS);
  const [asked, setAsked] = useState<'new' | View | null>(null);
  const views = data?.savedViews ?? [];
  const present = search.replace(/^\?/, '');
  const open = views.find((view) => view.screen === screen && sameSearch(view.search, present));
  const own = views.filter(({ owner }) => owner.id === person.id);
  const others = views.filter(({ owner }) => owner.id !== person.id);

  const attempt = async (work: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>) => {
    try {
      await work();
      await refetch();
      notify({
        title: done,
        ...(undo && { action: { label: 'Undo', onSelect: () => void attempt(undo, 'It is back.') } }),
      });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
  };
  const update = ({ id, version, name }: View) =>
    attempt(
      () =>
        client.mutate({
          mutation: EDIT_VIEW,
          variables: { id, version, search: present, idempotencyKey: newIdempotencyKey() },
        }),
      `“${name}” shows this now.`,
    );
  const remove = ({ id, version, name, screen: where, search: what, shared }: View) =>
    attempt(
      () => client.mutate({ mutation: DELETE_VIEW, variables: { id, version } }),
      `The view “${name}” is deleted.`,
      () =>
        client.mutate({
          mutation: SAVE_VIEW,
          variables: { input: { name, screen: where, search: what, shared }, idempotencyKey: newIdempotencyKey() },
        }),
    );
  const makeDefault = (view: View | null) =>
    attempt(
      () => client.mutate({ mutation: SET_DEFAULT_VIEW, variables: { id: view?.id ?? null } }),
      view ? `Impediments open with “${view.name}” from now on.` : 'Impediments open with everything again.',
    );
  const items = (list: readonly View[]) =>
    list.map((view) => (
      <MenuItem
        key={view.id}
        icon={view.id === open?.id ? <Check aria-hidden /> : <Bookmark aria-hidden />}
        hint={hintOf(view, view.owner.id === person.id)}
        onSelect={() => void navigate(addressOf(view))}
      >
        {view.name}
      </MenuItem>
    ));

  return (
    <>
      <Menu
        trigger={
          <Button size="sm" variant="ghost" icon={<Bookmark aria-hidden />}>
            {open?.name ?? 'Saved views'}
          </Button>
        }
      >
        {own.length > 0 && <MenuHeading>My views</MenuHeading>}
        {items(own)}
        {others.length > 0 && <MenuHeading>Shared by others</MenuHeading>}
        {items(others)}
        {views.length > 0 && <MenuSeparator />}
        <MenuItem icon={<Plus aria-hidden />} disabled={open !== undefined} onSelect={() => setAsked('new')}>
          Save this view …
        </MenuItem>
        {own
          .filter((view) => view.screen === screen && view.id !== open?.id)
          .slice(0, 5)
          .map((view) => (
            <MenuItem key={`save ${view.id}`} icon={<Save aria-hidden />} onSelect={() => void update(view)}>
              Let “{view.name}” show this
            </MenuItem>
          ))}
        {open && (
          <>
            <MenuItem
              icon={open.isDefault ? <StarOff aria-hidden /> : <Star aria-hidden />}
              onSelect={() => void makeDefault(open.isDefault ? null : open)}
            >
              {open.isDefault ? 'No longer open with this' : 'Open impediments with this'}
            </MenuItem>
            {can(open, 'view:edit') && (
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsked(open)}>
                Rename or share …
              </MenuItem>
            )}
            {can(open, 'view:delete') && (
              <MenuItem tone="danger" icon={<Trash2 aria-hidden />} onSelect={() => void remove(open)}>
                Delete “{open.name}”
              </MenuItem>
            )}
          </>
        )}
      </Menu>
      {asked !== null && (
        <SaveViewDialog
          view={asked === 'new' ? null : asked}
          screen={screen}
          search={present}
          onClose={() => setAsked(null)}
          onSaved={(view, asDefault) => {
            setAsked(null);
            void attempt(
              () =>
                asDefault
                  ? client.mutate({ mutation: SET_DEFAULT_VIEW, variables: { id: view.id } })
                  : Promise.resolve(),
              `The view “${view.name}” is saved.`,
            );
          }}
        />
      )}
    </>
  );
}

function hintOf({ isDefault, shared, owner }: View, mine: boolean): string | undefined {
  const words = [isDefault && 'opens first', mine ? shared && 'shared' : owner.name].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}
