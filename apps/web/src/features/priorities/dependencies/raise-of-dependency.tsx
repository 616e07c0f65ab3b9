import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { OctagonAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { DependencyRecordFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { RAISE_IMPEDIMENT_OF_DEPENDENCY } from './dependency-acts.operations';
import { consumerName } from './dependency-words';
import { useDependencyAct } from './use-dependency-act';

/** Nobody answered in time: one press, and it is an impediment of whoever waits. */
export function RaiseOfDependency({ dependency }: { dependency: DependencyRecordFragment }) {
  const { id, key, version } = dependency;
  const { act, sendingKey, pending, refusal } = useDependencyAct(RAISE_IMPEDIMENT_OF_DEPENDENCY);
  const navigate = useNavigate();
  useEffect(() => {
    if (refusal) notify({ tone: 'problem', title: refusal.title, detail: refusal.next });
  }, [refusal]);
  if (!can(dependency, 'dependency:raise-impediment')) return null;
  const raise = async () => {
    const done = await act({ id, version, idempotencyKey: sendingKey() });
    const raised = done?.raiseImpedimentOfDependency.impediment;
    if (!raised) return;
    notify({
      title: `${key} is an impediment now: ${raised.key}.`,
      detail: `It affects ${consumerName(dependency)} and blocks ${dependency.consumer.key}.`,
      action: { label: `Open ${raised.key}`, onSelect: () => void navigate(`/impediments/${raised.key}`) },
    });
  };
  return (
    <Button icon={<OctagonAlert aria-hidden />} pending={pending} onClick={() => void raise()}>
      Make it an impediment
    </Button>
  );
}
