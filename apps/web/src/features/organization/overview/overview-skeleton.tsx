import { Skeleton } from '@chapterhouse/ui/skeleton';

/** As tall as what will come. */
export function OverviewSkeleton() {
  return (
    <div className="overview__skeleton">
      <Skeleton shape="card" lines={1} label="Loading the organization" />
      <Skeleton shape="card" lines={5} />
      <Skeleton shape="card" lines={5} />
    </div>
  );
}
