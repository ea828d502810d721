import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useId, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { MapPart } from '../../../shared/contracts/map.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { Button, IconButton, buttonClasses } from '../../components/button.tsx';
import { joinClasses } from '../../components/join-classes.ts';
import { roleWords } from '../../components/role-words.ts';
import { statusWords } from '../../components/status-words.ts';
import { confidenceWords } from '../parts/part-words.ts';
import { relationshipFrom } from '../parts/relationship-words.ts';
import { MapPartSign } from './map-part-sign.tsx';
import { relationshipSentence } from './map-words.ts';
import type { Choice } from './picture/marks.ts';
import { RelationshipButtons } from './relationship-buttons.tsx';
import { ROWS_EACH, pageOf, tablePage, type TablePage } from './table-pages.ts';
import { useGrowing } from './use-growing.ts';
import type { VisibleMap } from './visible-map.ts';

export type MapTableProps = {
  map: VisibleMap;
  /** How many relationships each part has, shown or not. */
  related: ReadonlyMap<PartId, number>;
  chosen: Choice | null;
  focusId: PartId | null;
  /** Whether the picture is still being laid out. */
  busy: boolean;
  onChoose: (choice: Choice) => void;
  onFocus: (partId: PartId | null) => void;
};

/** Exactly what the picture shows, in rows; each row does what its sign in the picture does. */
export const MapTable = memo(function MapTable({ map, related, chosen, focusId, busy, onChoose, onFocus }: MapTableProps) {
  const parts = useMemo(() => map.parts.toSorted((a, b) => a.name.localeCompare(b.name)), [map.parts]);
  const names = useMemo(() => new Map(map.parts.map(({ id, name }) => [id, name])), [map.parts]);
  const nameOf = (id: PartId) => names.get(id) ?? 'Another part';
  // Parts first: their table is the one in sight.
  const partRows = Math.min(parts.length, ROWS_EACH);
  const drawn = useGrowing(partRows + Math.min(map.relationships.length, ROWS_EACH), busy);
  if (drawn === 0) return null;
  return (
    <div className="flex flex-col gap-6">
      <PagedTable caption="Parts" columns={partColumns} rows={parts} drawn={drawn} chosen={chosen}>
        {(part, isChosen) => (
          <Row key={part.id} chosen={isChosen}>
            <th scope="row" className={cell}>
              <ChooseButton chosen={isChosen} onChoose={() => onChoose({ kind: 'part', id: part.id })}>
                <MapPartSign part={part} />
                <bdi className="min-w-0 wrap-break-word">{part.name}</bdi>
              </ChooseButton>
            </th>
            <td className={cell}>
              {roleWords[part.role].name}
              <p className="text-xs text-muted">{statusWords[part.status]}</p>
            </td>
            <td className={cell}>{confidenceWords(part.confidence)}</td>
            <td className={joinClasses(cell, 'tabular-nums')}>{related.get(part.id) ?? 0}</td>
            <td className={cell}>
              <PartButtons part={part} focused={focusId === part.id} onFocus={onFocus} />
            </td>
          </Row>
        )}
      </PagedTable>
      <PagedTable
        caption="Relationships"
        columns={relationshipColumns}
        rows={map.relationships}
        drawn={Math.max(0, drawn - partRows)}
        chosen={chosen}
        empty="None is shown."
      >
        {(relationship, isChosen) => {
          const { words, otherId } = relationshipFrom(relationship, relationship.fromPartId);
          const sentence = relationshipSentence(relationship, nameOf);
          return (
            <Row key={relationship.id} chosen={isChosen}>
              <td className={cell}>
                <bdi className="wrap-break-word">{nameOf(relationship.fromPartId)}</bdi>
              </td>
              <th scope="row" className={cell}>
                <ChooseButton chosen={isChosen} label={sentence} onChoose={() => onChoose({ kind: 'relationship', id: relationship.id })}>
                  {words}
                </ChooseButton>
              </th>
              <td className={cell}>
                <bdi className="wrap-break-word">{nameOf(otherId)}</bdi>
              </td>
              <td className={cell}>
                <RelationshipButtons relationship={relationship} sentence={sentence} />
              </td>
            </Row>
          );
        }}
      </PagedTable>
    </div>
  );
});

/** Columns of a set width: the window lays out a long table far more quickly than when it has to look into every cell. */
type Column = { name: string; width: string };
const partColumns: readonly Column[] = [
  { name: 'Part', width: '26%' },
  { name: 'Role', width: '20%' },
  { name: 'How clear', width: '13%' },
  { name: 'Related', width: '11.5%' },
  { name: 'What to do', width: '9.75rem' },
];
const relationshipColumns: readonly Column[] = [
  { name: 'From', width: '27%' },
  { name: 'How', width: '24%' },
  { name: 'To', width: '27%' },
  { name: 'What to do', width: '10rem' },
];

const cell = 'px-1.5 py-2 text-left align-middle font-normal';

function Row({ chosen, children }: { chosen: boolean; children: ReactNode }) {
  return <tr className={joinClasses('border-t border-line', chosen && 'bg-pine-soft')}>{children}</tr>;
}

/** Chooses what a row is about, as a press on its sign in the picture does. */
function ChooseButton({
  chosen,
  label,
  onChoose,
  children,
}: {
  chosen: boolean;
  label?: string;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={label}
      onClick={onChoose}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-sm text-left font-medium text-pine hover:text-pine-deep"
    >
      {children}
    </button>
  );
}

function PartButtons({ part, focused, onFocus }: { part: MapPart; focused: boolean; onFocus: (partId: PartId | null) => void }) {
  return (
    <div className="flex gap-0.5">
      <Link href={places.part(part.id)} aria-label={`Open ${part.name}`} className={buttonClasses('quiet', 'small')}>
        Open
      </Link>
      <Button
        size="small"
        look="quiet"
        aria-pressed={focused}
        aria-label={focused ? `Unfocus ${part.name} and show the others` : `Focus on ${part.name} and its neighbours`}
        onClick={() => onFocus(focused ? null : part.id)}
      >
        {focused ? 'Unfocus' : 'Focus'}
      </Button>
    </div>
  );
}

type PagedTableProps<Item> = {
  caption: string;
  columns: readonly Column[];
  rows: readonly Item[];
  /** How many rows of a page are drawn by now. */
  drawn: number;
  chosen: Choice | null;
  empty?: string;
  children: (item: Item, isChosen: boolean) => ReactNode;
};

/** A table whose long lists come in pages. It turns to the page of what is chosen. */
function PagedTable<Item extends MapPart | Relationship>({
  caption,
  columns,
  rows,
  drawn,
  chosen,
  empty,
  children,
}: PagedTableProps<Item>) {
  const captionId = useId();
  const [wanted, setWanted] = useState(0);
  const [turnedFor, setTurnedFor] = useState<Choice | null>(null);
  if (turnedFor !== chosen) {
    setTurnedFor(chosen);
    const page = pageOf(rows, chosen?.id);
    if (page !== undefined) setWanted(page);
  }
  const shown = tablePage(rows, wanted);
  return (
    <section aria-labelledby={captionId}>
      <div className="flex min-h-9 items-center justify-between gap-2">
        <h2 id={captionId} className="text-base font-semibold">
          {caption} <span className="font-normal text-muted">{rows.length}</span>
        </h2>
        {shown.pages > 1 && <Turns caption={caption} shown={shown} total={rows.length} onTurn={setWanted} />}
      </div>
      {rows.length === 0 && empty ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <table aria-labelledby={captionId} className="w-full min-w-md table-fixed text-sm">
          <thead>
            <tr className="text-xs text-muted">
              {columns.map(({ name, width }) => (
                <th key={name} scope="col" style={{ width }} className="px-1.5 py-1 text-left font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{shown.rows.slice(0, drawn).map((row) => children(row, chosen?.id === row.id))}</tbody>
        </table>
      )}
    </section>
  );
}

function Turns<Item>({
  caption,
  shown: { first, last, page, pages },
  total,
  onTurn,
}: {
  caption: string;
  shown: TablePage<Item>;
  total: number;
  onTurn: (page: number) => void;
}) {
  return (
    <div role="group" aria-label={`Pages of ${caption.toLowerCase()}`} className="flex items-center gap-1 text-sm text-muted">
      <span role="status" className="tabular-nums">
        {first}–{last} of {total}
      </span>
      <IconButton
        label={`Earlier ${caption.toLowerCase()}`}
        icon={<ChevronLeft aria-hidden className="size-4" />}
        aria-disabled={page === 0}
        onClick={() => onTurn(Math.max(0, page - 1))}
        className="aria-disabled:opacity-40"
      />
      <IconButton
        label={`Further ${caption.toLowerCase()}`}
        icon={<ChevronRight aria-hidden className="size-4" />}
        aria-disabled={page === pages - 1}
        onClick={() => onTurn(Math.min(pages - 1, page + 1))}
        className="aria-disabled:opacity-40"
      />
    </div>
  );
}
