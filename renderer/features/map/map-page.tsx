import { ImageDown, RotateCcw, Waypoints } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { PartId } from '../../../shared/ids.ts';
import { goTo } from '../../app/hash-location.ts';
import { places } from '../../app/places.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { focusPage } from '../../components/focus-beside.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Slider } from '../../components/slider.tsx';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import { CreatePart } from '../parts/create-part.tsx';
import { takeFile } from '../settings/download.ts';
import type { Arrangement } from './layout/arrangement.ts';
import { MapInspector } from './map-inspector.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapPicture } from './map-picture.tsx';
import { MapTable } from './map-table.tsx';
import { detailWords, pictureKeys, shownWords } from './map-words.ts';
import type { Choice } from './picture/marks.ts';
import { takePicture } from './take-picture.ts';
import { useArrangement } from './use-arrangement.ts';
import { useMapView, type MapMode, type MapView } from './use-map-view.ts';
import { usePositions } from './use-positions.ts';
import { countRelationships, details, firstDetail, visibleMap, type MapData, type VisibleMap } from './visible-map.ts';

/** How the parts relate: a picture, and beside it a table that holds and does the same. */
export function MapPage() {
  const map = useCall('map.get', {});
  // Drawn as time allows: a map of hundreds of parts does not hold up the press that opens it. (To React, undefined would be no first value.)
  const data = useDeferredValue<MapData | null>(map.data ?? null, null);
  const error = errorOf(map.error);
  if (data && data.parts.length > 0) return <FilledMap map={data} />;
  if (map.data && map.data.parts.length > 0) return <MapFrame />;
  return (
    <Page title="Map" intro="How your parts relate to each other." actions={map.data ? <CreatePart /> : undefined}>
      {error ? (
        <ErrorState error={error} onRetry={() => void map.refetch()} />
      ) : map.data ? (
        <EmptyState picture={<Waypoints className="size-8" />} title="Nobody is on the map yet">
          <p>
            Every part you accept or add gets its place here. Lines between them show who protects whom, who is at odds and who is allied.
          </p>
          <Link href={places.chat} className={buttonClasses('primary')}>
            Begin writing
          </Link>
        </EmptyState>
      ) : (
        <Skeleton rows={1} className="h-96" />
      )}
    </Page>
  );
}

/** The whole height and width of the window: the heading, what stands beside and below it, and the map. */
function MapFrame({ words, actions, tools, children }: { words?: string; actions?: ReactNode; tools?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex h-full scroll-pb-[44vh] flex-col overflow-y-auto lg:tall:scroll-pb-0 lg:tall:overflow-hidden print:h-auto">
      <div className="flex flex-col gap-3 px-4 pt-6 pb-3 xl:px-6">
        <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <h1 className="text-xl font-semibold">Map</h1>
            <p role="status" className="text-sm text-muted">
              {words}
            </p>
          </div>
          {actions && <div className="not-printed flex flex-wrap gap-2">{actions}</div>}
        </header>
        {tools && <div className="not-printed flex flex-wrap items-end justify-between gap-x-4 gap-y-3">{tools}</div>}
      </div>
      {children}
    </div>
  );
}

const modes: readonly { value: MapMode; label: string }[] = [
  { value: 'both', label: 'Both' },
  { value: 'picture', label: 'Picture' },
  { value: 'table', label: 'Table' },
];

function FilledMap({ map }: { map: MapData }) {
  const view = useMapView();
  const { get, set } = view;
  const change = useCallback((part: Partial<MapView>) => set({ ...get(), ...part }), [get, set]);
  const { mode, chosen } = view.value;
  const untouched = view.value.detail === null;
  const first = useMemo(() => (untouched ? firstDetail(map) : 'all'), [untouched, map]);
  const detail = view.value.detail ?? first;
  const focused = map.parts.find(({ id }) => id === view.value.focusId);
  const focusId = focused?.id ?? null;
  const { parts, relationships } = map;
  const shown = useMemo(() => visibleMap({ parts, relationships }, { detail, focusId }), [parts, relationships, detail, focusId]);

  const related = useMemo(() => countRelationships(relationships), [relationships]);
  const kept = map.positions;
  const { arrangement, settled } = useArrangement(useMemo(() => ({ ...shown, positions: kept }), [shown, kept]));
  const positions = usePositions(arrangement);

  // The table follows as time allows, so that neither opening the map nor turning the dial waits for hundreds of rows.
  const tableMap = useDeferredValue<VisibleMap | null>(shown, null);

  // The same functions every time, so that the table is not drawn again while the picture changes.
  const choose = useCallback((choice: Choice | null) => change({ chosen: choice }), [change]);
  const focus = useCallback(
    (partId: PartId | null) => change({ focusId: partId, ...(partId && { chosen: { kind: 'part', id: partId } }) }),
    [change],
  );
  const close = () => {
    const row = document.querySelector<HTMLElement>('table [aria-pressed="true"]');
    choose(null);
    if (row) row.focus();
    else focusPage();
  };
  const isShown = chosen && [...shown.parts, ...shown.relationships].some(({ id }) => id === chosen.id);

  const actions = (
    <>
      {map.positions.length > 0 && (
        <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={positions.layOutAnew}>
          Lay out anew
        </Button>
      )}
      <SavePicture map={shown} arrangement={arrangement} ready={settled} />
      <CreatePart />
    </>
  );
  const tools = (
    <>
      {focused ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm">
            <bdi className="font-medium">{focused.name}</bdi> with its neighbours
          </p>
          <Button size="small" onClick={() => focus(null)}>
            Show the others
          </Button>
        </div>
      ) : (
        <Slider
          label="How much is shown"
          value={details.indexOf(detail)}
          max={details.length - 1}
          words={detailWords[detail]}
          onChange={(stop) => change({ detail: details[stop] ?? 'all' })}
        />
      )}
      <ChoiceGroup label="Show the map as" value={mode} choices={modes} onChange={(value) => change({ mode: value })} />
    </>
  );

  return (
    <MapFrame words={settled ? shownWords(shown, map) : 'Laying out the map.'} actions={actions} tools={tools}>
      <div
        className={joinClasses(
          'grid gap-4 px-4 pb-6 xl:px-6 print:block lg:tall:min-h-0 lg:tall:flex-1',
          mode === 'both' && 'lg:grid-cols-[minmax(0,1fr)_minmax(26rem,2fr)] xl:grid-cols-[minmax(0,1fr)_33rem]',
        )}
      >
        {mode !== 'table' && (
          <div className="flex min-h-0 flex-col gap-2">
            <div className="h-[60vh] min-h-72 print:h-[60vh] lg:tall:h-auto lg:tall:min-h-0 lg:tall:flex-1">
              <MapPicture
                map={shown}
                arrangement={arrangement}
                settled={settled}
                chosen={chosen}
                onChoose={choose}
                onOpen={(partId) => goTo(places.part(partId))}
                onFocus={focus}
                onLeave={() => focus(null)}
                onPut={positions.keep}
                onNudge={positions.nudge}
              />
            </div>
            <div className="flex flex-wrap gap-x-6">
              <MapLegend />
              <div className="not-printed">
                <Disclosure summary="Keys for the picture">
                  <p className="max-w-[60ch] text-sm text-muted">{pictureKeys}</p>
                </Disclosure>
              </div>
            </div>
          </div>
        )}
        <div className={joinClasses('not-printed flex min-h-0 flex-col gap-3', mode === 'picture' && !isShown && 'hidden')}>
          {mode !== 'picture' && (
            <div className="min-h-0 flex-1 lg:tall:overflow-y-auto">
              {tableMap && (
                <MapTable
                  map={tableMap}
                  related={related}
                  chosen={chosen}
                  focusId={focusId}
                  busy={!settled && mode !== 'table'}
                  onChoose={choose}
                  onFocus={focus}
                />
              )}
            </div>
          )}
          {isShown && (
            <div className="sticky bottom-0 max-h-[42vh] overflow-y-auto rounded-lg shadow-raised lg:tall:static lg:tall:max-h-[55%] lg:tall:shrink-0">
              <MapInspector map={map} chosen={chosen} focusId={focusId} onFocus={focus} onNudge={positions.nudge} onClose={close} />
            </div>
          )}
        </div>
      </div>
    </MapFrame>
  );
}

/** Takes out what is shown as a file. Its name tells the day and nothing else. */
function SavePicture({ map, arrangement, ready }: { map: VisibleMap; arrangement: Arrangement; ready: boolean }) {
  const save = useAction('map.savePicture');
  const toast = useToast();
  const [taking, setTaking] = useState(false);
  const run = async (format: 'svg' | 'png') => {
    setTaking(true);
    const picture = await takePicture(map, arrangement.positions, format);
    setTaking(false);
    if (!picture) return toast({ topic: 'picture', words: 'This picture is too large to be made here. Showing less makes it smaller.' });
    const result = await save.run({ picture });
    toast({ topic: 'picture', words: result.ok ? takeFile(result.value) : result.error.message });
  };
  return (['svg', 'png'] as const).map((format) => (
    <Button
      key={format}
      icon={<ImageDown aria-hidden className="size-4" />}
      busy={!ready || taking || save.running}
      onClick={() => void run(format)}
    >
      Save {format.toUpperCase()}
    </Button>
  ));
}
