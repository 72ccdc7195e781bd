import { Headset, Mail, Phone } from 'lucide-react'
import { Card } from '../../../components/ui/card.tsx'

interface ContactCardProps {
  contact: { email: string; phone?: string; hours?: string }
  /** Of a conversation that was passed on. */
  reference?: string
}

/** How to reach people, and under which reference they know of it. */
export const ContactCard = ({ contact: { email, phone, hours }, reference }: ContactCardProps) => (
  <Card className="grid gap-2 p-4 [&_svg]:size-4.5 [&_svg]:text-muted">
    {reference !== undefined && (
      <p className="flex items-center gap-2">
        <Headset aria-hidden />
        <span>
          Your reference: <strong>{reference}</strong>
        </span>
      </p>
    )}
    <p className="flex items-center gap-2">
      <Mail aria-hidden />
      <a href={`mailto:${email}`} className="underline underline-offset-2">
        {email}
      </a>
    </p>
    {phone !== undefined && (
      <p className="flex items-center gap-2">
        <Phone aria-hidden />
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="underline underline-offset-2">
          {phone}
        </a>
      </p>
    )}
    {hours !== undefined && <p className="text-sm text-muted">{hours}</p>}
  </Card>
)
