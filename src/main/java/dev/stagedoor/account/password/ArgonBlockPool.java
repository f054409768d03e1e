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
 * Pools the memory blocks of Argon2 behind soft references. On a small heap, allocating and collecting 19 MiB per hash takes as
 * long as the hash itself.
 */
final class ArgonBlockPool {

    private final int maxBlocks;
    private final Queue<SoftReference<Blocks>> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param maxBlocks the number of 1 KiB blocks to retain per hash
     */
    ArgonBlockPool(int maxBlocks) {
        this.maxBlocks = maxBlocks;
    }

    <T> T withBlocks(Function<BlockPool, T> computation) {
        var blocks = acquire();
        try {
            return computation.apply(blocks);
        } finally {
            idle.add(new SoftReference<>(blocks));
        }
    }

    private Blocks acquire() {
        for (var reference = idle.poll(); reference != null; reference = idle.poll()) {
            var blocks = reference.get();
            if (blocks != null) {
                return blocks;
            }
        }
        return new Blocks(maxBlocks);
    }

    /** The blocks of one hash computation. Returned blocks are cleared. */
    private static final class Blocks implements BlockPool {

        private final int maxBlocks;
        private final Deque<Block> free = new ArrayDeque<>();

        Blocks(int maxBlocks) {
            this.maxBlocks = maxBlocks;
        }

        @Override
        public Block allocate() {
            var block = free.poll();
            return block == null ? new Block() : block;
        }

        @Override
        public void deallocate(Block block) {
            block.clear();
            if (free.size() < maxBlocks) {
                free.push(block);
            }
        }
    }
}
