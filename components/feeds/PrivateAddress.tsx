/** The full address of a private feed, to be copied or followed. */
export function PrivateAddress({ address }: { address: string }) {
  return (
    <p className="m-0">
      <a href={address} className="font-mono text-sm break-all">
        {address}
      </a>
    </p>
  );
}
