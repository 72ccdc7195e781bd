import { SkeletonLines } from '../../components/ui/skeleton.tsx'

export const PagePending = () => (
  <div className="page py-12">
    <SkeletonLines lines={5} />
  </div>
)
