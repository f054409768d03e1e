package dev.stagedoor.account;

import dev.stagedoor.platform.security.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A set of texts that stores 64 bits of their digests, so that millions of texts fit into memory. For ten million texts, the
 * probability that any two have the same digest is below 1 in 100,000. The set consists of hash tables that grow independently, so
 * that no growth copies a large array.
 */
final class DigestSet {

    private static final int TABLES = 256;
    private static final long EMPTY = 0;

    private final long[][] tables = new long[TABLES][16];
    private final int[] sizes = new int[TABLES];

    /** Returns false if the set contains the text. */
    boolean add(String text) {
        var digest = ByteBuffer.wrap(Sha256.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        var number = (int) (digest >>> Long.SIZE - Byte.SIZE);
        if (sizes[number] > tables[number].length / 4 * 3) {
            tables[number] = enlarged(tables[number]);
        }
        var isNew = insert(tables[number], digest);
        sizes[number] += isNew ? 1 : 0;
        return isNew;
    }

    private static long[] enlarged(long[] table) {
        var larger = new long[table.length * 2];
        for (var digest : table) {
            if (digest != EMPTY) {
                insert(larger, digest);
            }
        }
        return larger;
    }

    /** Linear probing. */
    private static boolean insert(long[] table, long digest) {
        var index = (int) digest & table.length - 1;
        while (table[index] != EMPTY && table[index] != digest) {
            index = index + 1 & table.length - 1;
        }
        var isNew = table[index] == EMPTY;
        table[index] = digest;
        return isNew;
    }
}
