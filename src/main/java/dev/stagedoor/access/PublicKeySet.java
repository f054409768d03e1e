package dev.stagedoor.access;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** The public keys that verify access tokens. */
@Service
@RequiredArgsConstructor
public class PublicKeySet {

    private final SigningKeys keys;

    public JwkSetDto read() {
        return new JwkSetDto(
                keys.valid().stream().map(key -> JwkDto.of(key.toECKey())).toList());
    }
}
