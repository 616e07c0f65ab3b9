import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core';

/**
 * dnd-kit listens for keys only a timer after a card was picked up, and a busy page hands out keys before timers: the
 * ones that come between would be lost. They are kept, and handed on once it listens.
 */
export class PromptKeyboardSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props);
    const early: KeyboardEvent[] = [];
    const keep = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      early.push(event);
    };
    // On the way down: the key that picked the card up is on its way back up already.
    document.addEventListener('keydown', keep, true);
    setTimeout(() => {
      document.removeEventListener('keydown', keep, true);
      for (const event of early) document.dispatchEvent(new KeyboardEvent('keydown', event));
    });
  }
}
