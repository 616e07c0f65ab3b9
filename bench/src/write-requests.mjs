import { randomUUID } from 'node:crypto';

const CARD = '{ id version }';
const RAISE = `mutation Raise($input: RaiseImpedimentInput!, $key: String) { raiseImpediment(input: $input, idempotencyKey: $key) ${CARD} }`;
const TRIAGE = `mutation Triage($id: ID!, $version: Int!, $key: String, $input: TriageImpedimentInput!) {
  triageImpediment(id: $id, version: $version, idempotencyKey: $key, input: $input) ${CARD} }`;

/**
 * The requests of one connection, each made when the one before is answered. No two connections triage the same one.
 * @param {{ kind: 'raise' | 'triage', teamIds: string[], ownerId: string, targets: { id: string, version: number }[] }} writes
 */
export function writer({ kind, teamIds, ownerId, targets }, index, connections) {
  const own = targets.filter((_, at) => at % connections === index).map((target) => ({ ...target }));
  let turn = 0;
  if (kind === 'raise') {
    return (answer) => {
      refuseErrors(answer);
      turn += 1;
      const raisingTeamId = `Team_${teamIds[(index + turn) % teamIds.length]}`;
      const input = { title: `Raised by connection ${index} in turn ${turn}`, category: 'TOOLING', raisingTeamId };
      return JSON.stringify({ query: RAISE, variables: { input, key: randomUUID() } });
    };
  }
  return (answer) => {
    refuseErrors(answer);
    if (answer) own[turn % own.length].version = JSON.parse(answer).data.triageImpediment.version;
    turn += 1;
    const { id, version } = own[turn % own.length];
    const input = {
      ownerId: `Person_${ownerId}`,
      severity: 'HIGH',
      level: 1 + (turn % 3),
      nextStep: `Ask again, turn ${turn}`,
    };
    return JSON.stringify({ query: TRIAGE, variables: { id: `Impediment_${id}`, version, input, key: randomUUID() } });
  };
}

function refuseErrors(answer) {
  if (answer?.includes('"errors"')) throw new Error(answer.slice(0, 500));
}
