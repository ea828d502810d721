import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { MapPosition } from '../../../shared/contracts/map.ts';
import type { PartId } from '../../../shared/ids.ts';
import { useClient } from '../../client/context.tsx';
import { callKey } from '../../client/queries.ts';
import { useToast } from '../../components/toast.tsx';
import type { Arrangement } from './layout/arrangement.ts';
import { steps, type Direction } from './picture/geometry.ts';
import type { MapData } from './visible-map.ts';

/** How many positions are kept with one call: as many as the contract takes. */
const TOGETHER = 1000;
/** How far one press moves a part, in the map's units. */
const NUDGE = 12;
/** Presses that follow each other within this time are kept together, in milliseconds. */
const PAUSE_MS = 300;

export type PositionKeeping = {
  /** Keeps where all parts are now: once somebody has put one part somewhere, what they see around it stays as well. */
  keep: () => void;
  nudge: (partId: PartId, direction: Direction) => void;
  /** Forgets what was kept. The message at the edge offers the way back. */
  layOutAnew: () => void;
};

/** Keeps positions in the core, and in this page's own copy of the map. */
export function usePositions(arrangement: Arrangement): PositionKeeping {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const setKept = useCallback(
    (positions: MapPosition[]) => queryClient.setQueryData<MapData>(callKey('map.get', {}), (map) => map && { ...map, positions }),
    [queryClient],
  );
  const current = useCallback(
    (): MapPosition[] => Array.from(arrangement.positions, ([partId, { x, y }]) => ({ partId, x, y })),
    [arrangement],
  );
  const send = useCallback(
    async (positions: MapPosition[]): Promise<boolean> => {
      for (let at = 0; at < positions.length; at += TOGETHER) {
        const result = await client.call('map.keepPositions', { positions: positions.slice(at, at + TOGETHER) });
        if (!result.ok) {
          toast({ topic: 'map', words: result.error.message });
          return false;
        }
      }
      return true;
    },
    [client, toast],
  );
  const keep = useCallback(async () => {
    clearTimeout(pause.current);
    pause.current = undefined;
    // Parts may have been moved on while this was under way.
    if (await send(current())) setKept(current());
  }, [current, send, setKept]);

  const layOutAnew = useCallback(async () => {
    const before = current();
    const result = await client.call('map.forgetPositions', {});
    if (!result.ok) return toast({ topic: 'map', words: result.error.message });
    setKept([]);
    const putBack = async () => {
      if (await send(before)) setKept(before);
    };
    const altText = 'The parts go back to where you had put them.';
    toast({ topic: 'map', words: 'Laid out anew.', action: { label: 'Undo', altText, run: () => void putBack() } });
  }, [client, current, send, setKept, toast]);

  // What was moved by keys right before leaving is kept too.
  useEffect(
    () => () => {
      if (pause.current !== undefined) void keep();
    },
    [keep],
  );

  return useMemo(
    () => ({
      keep: () => void keep(),
      nudge(partId, direction) {
        const at = arrangement.positions.get(partId);
        if (!at || !arrangement.isSettled()) return;
        const { x, y } = steps[direction];
        arrangement.move(partId, { x: at.x + x * NUDGE, y: at.y + y * NUDGE });
        clearTimeout(pause.current);
        pause.current = setTimeout(() => void keep(), PAUSE_MS);
      },
      layOutAnew: () => void layOutAnew(),
    }),
    [arrangement, keep, layOutAnew],
  );
}
