/** Drops or pastes files as a browser does; a picture is painted, `as` its real kind where that differs. */
export async function hand(page, how, onto, files) {
  const data = await page.evaluateHandle(async (wanted) => {
    const transfer = new DataTransfer();
    for (const { name, type, text, canvas, as } of wanted) {
      let content = text;
      if (canvas) {
        const board = Object.assign(document.createElement('canvas'), { width: canvas[0], height: canvas[1] });
        board.getContext('2d').fillRect(0, 0, canvas[0] / 2, canvas[1]);
        content = await new Promise((done) => board.toBlob(done, as ?? type));
      }
      transfer.items.add(new File([content], name, { type }));
    }
    return transfer;
  }, files);
  if (how === 'drop') {
    await onto.dispatchEvent('dragover', { dataTransfer: data });
    await onto.dispatchEvent('drop', { dataTransfer: data });
  } else {
    const target = await onto.elementHandle();
    await target.evaluate(
      (element, clipboardData) =>
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })),
      data,
    );
  }
}
