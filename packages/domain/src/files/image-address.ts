/** Where an image is; `id` as clients see it. Markdown shows pictures of these addresses only. */
export function imageAddress(id: string): string {
  return `/files/images/${id}`;
}

const ADDRESS = /^\/files\/images\/Image_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether an address is one of our own images, and not merely looks like it begins so. */
export function isImageAddress(address: string): boolean {
  return ADDRESS.test(address);
}
