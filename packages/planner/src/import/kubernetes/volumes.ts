import type { EstateWorkload } from '../../estate/schema.ts';
import type { Cursor } from '../object/cursor.ts';
import { evsTypeOf } from '../object/evs-type.ts';
import type { ImportSession } from '../object/session.ts';
import type { KubernetesObject } from './objects.ts';
import type { PodSet } from './pod-sets.ts';
import { quantityAt } from './requests.ts';

export type Volume = EstateWorkload['volumes'][number];

/** Storage of the cluster: claims, what backs them, and which of them pods use. */
export interface ClusterStorage {
  volumesOf(set: PodSet, count: number): Volume[];
  /** After all pod sets: marks the disks that several pods mount, settles the counts of claims, volumes and classes. */
  settle(): void;
}

export function createStorage(objects: readonly KubernetesObject[], session: ImportSession): ClusterStorage {
  const named = (kind: string) =>
    new Map(
      objects
        .filter((object) => object.kind === kind)
        .map((object) => [object.namespace === '' ? object.name : `${object.namespace}/${object.name}`, object]),
    );
  const claims = named('PersistentVolumeClaim');
  const backing = named('PersistentVolume');
  const classes = named('StorageClass');
  const mounts = new Map<string, { pods: number; volumes: Volume[] }>();
  const templated = new Set<string>();
  const used = new Set<KubernetesObject>();

  /** EVS type of a storage class, where its parameters or its name say so; never guessed. */
  const typeOf = (className: string | undefined): { type?: string } => {
    if (className === undefined) return {};
    const object = classes.get(className);
    if (object !== undefined) used.add(object);
    const said = object?.body.get('parameters', 'everest.io/disk-volume-type').text() ?? className;
    return evsTypeOf(said);
  };

  const sizeOf = (claim: Cursor, set: PodSet, name: string): number | undefined => {
    const volume = backing.get(claim.get('spec', 'volumeName').text() ?? '');
    if (volume !== undefined) used.add(volume);
    const amounts = [
      claim.get('status', 'capacity', 'storage'),
      claim.get('spec', 'resources', 'requests', 'storage'),
      ...(volume ? [volume.body.get('spec', 'capacity', 'storage')] : []),
    ];
    const amount = amounts.find((each) => each.exists);
    const bytes = amount && quantityAt(amount, session);
    if (bytes === undefined)
      session.report('warning', 'YQ1521', claim.exists ? claim.spot() : set.spec.spot(), {
        workload: set.id,
        claim: name,
      });
    return bytes === undefined ? undefined : Math.ceil((bytes / 2 ** 30) * 1000 - 1e-6) / 1000;
  };

  const volumeOf = (claim: Cursor, set: PodSet, id: string): Volume[] => {
    const sizeGiB = sizeOf(claim, set, id);
    return sizeGiB === undefined ? [] : [{ id, sizeGiB, ...typeOf(claim.get('spec', 'storageClassName').text()) }];
  };

  for (const { kind, namespace, name, body } of objects) {
    if (kind !== 'StatefulSet') continue;
    for (const template of body.get('spec', 'volumeClaimTemplates').items())
      templated.add(`${namespace}/${template.get('metadata', 'name').text()}-${name}-`);
  }

  return {
    volumesOf(set, count) {
      const templates = set.kind === 'StatefulSet' ? set.body.get('spec', 'volumeClaimTemplates').items() : [];
      const own = templates.flatMap((template) =>
        volumeOf(template, set, template.get('metadata', 'name').text() ?? 'volume'),
      );
      const mounted = set.spec
        .get('volumes')
        .items()
        .flatMap((volume): Volume[] => {
          const ephemeral = volume.get('ephemeral', 'volumeClaimTemplate');
          if (ephemeral.exists) return volumeOf(ephemeral, set, volume.get('name').text() ?? 'volume');
          const claimName = volume.get('persistentVolumeClaim', 'claimName').text();
          if (claimName === undefined) return [];
          const id = `${set.namespace}/${claimName}`;
          const claim = claims.get(id);
          if (claim === undefined) {
            session.report('warning', 'YQ1521', volume.spot(), { workload: set.id, claim: id });
            return [];
          }
          used.add(claim);
          const volumes = volumeOf(claim.body, set, id);
          const mount = mounts.get(id) ?? { pods: 0, volumes: [] };
          mounts.set(id, { pods: mount.pods + count, volumes: [...mount.volumes, ...volumes] });
          return volumes;
        });
      return [...own, ...mounted];
    },
    settle() {
      for (const [id, { pods, volumes }] of mounts) if (pods > 1) for (const volume of volumes) volume.sharedId = id;
      for (const [id, claim] of claims) {
        if (used.has(claim)) claim.seen.use();
        else
          claim.seen.leaveOut(
            [...templated].some((prefix) => id.startsWith(prefix))
              ? 'counted with its StatefulSet'
              : 'no pod of the input mounts it',
          );
      }
      for (const object of [...backing.values(), ...classes.values()]) {
        if (used.has(object)) object.seen.use();
        else object.seen.leaveOut('no claim of the input uses it');
      }
    },
  };
}
