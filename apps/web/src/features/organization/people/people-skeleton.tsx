import { Skeleton } from '@chapterhouse/ui/skeleton';

export function PeopleSkeleton() {
  return <Skeleton shape="card" lines={8} label="Loading people" />;
}
