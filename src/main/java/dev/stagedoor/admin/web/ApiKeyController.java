package dev.stagedoor.admin.web;

import dev.stagedoor.admin.ApiKeyAdministration;
import dev.stagedoor.apikey.ApiKeyListResponseDto;
import dev.stagedoor.apikey.CreateApiKeyDto;
import dev.stagedoor.apikey.CreatedApiKeyDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "API keys", description = "API keys of other services, such as the catalog feed or a company's BI tool")
@RequiredArgsConstructor
class ApiKeyController {

    private final ApiKeyAdministration keys;

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createApiKey",
            summary = "Creates an API key",
            description =
                    "Only this response contains the key. A key with the scope `analytics:read` belongs to one company and can read"
                            + " only its statistics.")
    @ApiResponse(responseCode = "201", description = "The created key")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "company")
    ResponseEntity<CreatedApiKeyDto> create(
            @AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody CreateApiKeyDto request) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(keys.create(caller, request));
    }

    @GetMapping
    @Operation(
            operationId = "listApiKeys",
            summary = "Lists the API keys",
            description =
                    "Newest first, including expired keys, without revoked keys. Contains the prefix of each key, not the key.")
    @ApiResponse(responseCode = "200", description = "The API keys")
    ApiKeyListResponseDto list() {
        return keys.list();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteApiKey",
            summary = "Revokes an API key",
            description = "Takes effect immediately. Requests with the key return 401. The call is idempotent.")
    @ApiResponse(responseCode = "204", description = "The key is revoked or does not exist")
    void revoke(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        keys.revoke(caller, id);
    }
}
