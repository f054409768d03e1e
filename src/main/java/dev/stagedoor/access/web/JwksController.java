package dev.stagedoor.access.web;

import dev.stagedoor.access.PublicKeySet;
import dev.stagedoor.platform.security.PublicCall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
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
    @PublicCall
    @Operation(operationId = "getJwks", summary = "The public keys of our access tokens (RFC 7517)")
    @ApiResponse(
            responseCode = "200",
            description = "A JSON Web Key Set",
            content = @Content(schema = @Schema(type = "object"), examples = @ExampleObject("""
                                            {"keys": [{"kty": "EC", "use": "sig", "crv": "P-256", "alg": "ES256",
                                                       "kid": "x3fS", "x": "kU7v", "y": "b2Lq"}]}""")))
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(keys.asJson());
    }
}
