package dev.stagedoor.access.web;

import dev.stagedoor.access.JwkSetDto;
import dev.stagedoor.access.PublicKeySet;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.ResponseHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Accounts")
@RequiredArgsConstructor
class JwksController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final PublicKeySet keys;

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @PermitAll
    @Operation(
            operationId = "getJwks",
            summary = "Returns the public keys of access tokens (RFC 7517)",
            description = "Select the key by its `kid`. Fetch the set again if a token contains an unknown `kid`.")
    @ApiResponse(responseCode = "200", description = "The key set")
    @DocumentedHeaders(ResponseHeader.FIVE_MINUTES)
    ResponseEntity<JwkSetDto> keys() {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(keys.read());
    }
}
