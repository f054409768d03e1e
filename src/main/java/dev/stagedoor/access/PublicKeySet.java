package dev.stagedoor.access;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** The public keys that verify access tokens. */
@Service
@RequiredArgsConstructor
public class PublicKeySet {

    private final SigningKey key;

    public JwkSetDto read() {
        return new JwkSetDto(List.of(JwkDto.of(key.pair())));
    }
}
