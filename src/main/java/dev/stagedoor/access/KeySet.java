package dev.stagedoor.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing keys, the latest first. */
record KeySet(List<Entry> keys) {

    static final KeySet EMPTY = new KeySet(List.of());

    static KeySet of(ECKey key) {
        return new KeySet(List.of(new Entry(key, Instant.EPOCH, null)));
    }

    /** Returns the latest key whose time has come, or the earliest one if the clock of this instance is late. */
    ECKey signer(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(() -> keys.get(keys.size() - 1))
                .key();
    }

    /** Returns the keys that verify tokens. */
    List<JWK> valid(Instant now) {
        return keys.stream()
                .filter(key -> key.isValid(now))
                .<JWK>map(Entry::key)
                .toList();
    }

    boolean isValid(String kid, Instant now) {
        return keys.stream().anyMatch(key -> key.key().getKeyID().equals(kid) && key.isValid(now));
    }

    Optional<ECKey> find(String kid) {
        return keys.stream()
                .map(Entry::key)
                .filter(key -> key.getKeyID().equals(kid))
                .findFirst();
    }

    /** @param verifiesUntil null if no later key replaces this one */
    record Entry(ECKey key, Instant signsFrom, Instant verifiesUntil) {

        boolean isValid(Instant now) {
            return verifiesUntil == null || verifiesUntil.isAfter(now);
        }
    }
}
