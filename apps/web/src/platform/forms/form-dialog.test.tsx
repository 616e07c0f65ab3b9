import { expect, jest, test } from '@jest/globals';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormDialog } from './form-dialog';

test.each(['Name', 'Reason'])('Ctrl and Enter in %s send it, once', async (label) => {
  const onSubmit = jest.fn(async () => {});
  render(
    <TooltipProvider>
      <FormDialog title="Why?" submit="Send" pending={false} refusal={null} onSubmit={onSubmit} onClose={() => {}}>
        <TextField label="Name" />
        <TextArea label="Reason" />
      </FormDialog>
    </TooltipProvider>,
  );
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});
