import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DndContext, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { PromptKeyboardSensor } from './prompt-keyboard-sensor';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a card picked up by keyboard', () => {
  it('loses no key that comes before the timers', () => {
    const moved: number[] = [];
    const ends: string[] = [];
    render(<Held onMove={(x) => moved.push(x)} onEnd={() => ends.push('end')} />);
    const card = screen.getByRole('button', { name: 'Satellite link' });

    fireEvent.keyDown(card, { code: 'Space' });
    fireEvent.keyDown(card, { code: 'ArrowRight' });
    expect(moved).toEqual([]);
    act(() => jest.advanceTimersByTime(1));
    expect(moved).toEqual([100]);
    expect(ends).toEqual([]);

    fireEvent.keyDown(card, { code: 'Space' });
    act(() => jest.advanceTimersByTime(1));
    expect(ends).toEqual(['end']);
    expect(moved).toEqual([100]);
  });
});

function Held({ onMove, onEnd }: { onMove: (x: number) => void; onEnd: () => void }) {
  const sensors = useSensors(
    useSensor(PromptKeyboardSensor, {
      coordinateGetter: (_event, { currentCoordinates: { x, y } }) => ({ x: x + 100, y }),
    }),
  );
  return (
    <DndContext sensors={sensors} onDragMove={({ delta }) => onMove(delta.x)} onDragEnd={onEnd}>
      <Card />
    </DndContext>
  );
}

function Card() {
  const { attributes, listeners, setNodeRef } = useDraggable({ id: 'card' });
  return (
    <button ref={setNodeRef} type="button" {...attributes} {...listeners}>
      Satellite link
    </button>
  );
}
