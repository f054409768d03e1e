package dev.stagedoor.account.password;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * The memory that hashes are computed in, kept for the next one as long as nobody else needs it: a small heap would
 * spend as much time on moving and collecting the megabytes of each hash as the hash itself takes.
 */
final class ArgonBlockPool {

    private final int most;
    private final Queue<SoftReference<Blocks>> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param most how much of one is kept, in blocks of a KiB
     */
    ArgonBlockPool(int most) {
        this.most = most;
    }

    <T> T lend(Function<BlockPool, T> work) {
        var blocks = take();
        try {
            return work.apply(blocks);
        } finally {
            idle.add(new SoftReference<>(blocks));
        }
    }

    private Blocks take() {
        for (var reference = idle.poll(); reference != null; reference = idle.poll()) {
            var blocks = reference.get();
            if (blocks != null) {
                return blocks;
            }
        }
        return new Blocks(most);
    }

    /** For one hash at a time. What comes back is wiped. */
    private static final class Blocks implements BlockPool {

        private final int most;
        private final Deque<Block> free = new ArrayDeque<>();

        Blocks(int most) {
            this.most = most;
        }

        @Override
        public Block allocate() {
            var block = free.poll();
            return block == null ? new Block() : block;
        }

        @Override
        public void deallocate(Block block) {
            block.clear();
            if (free.size() < most) {
                free.push(block);
            }
        }
    }
}
