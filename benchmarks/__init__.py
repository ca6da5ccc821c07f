"""Speed and memory, as ratios beside a peer in one run. In: generated pages; out: figures. Imports sayso, never the
reverse."""
