package dev.stagedoor.admin.web;

import dev.stagedoor.admin.ApiKeyAdministration;
import dev.stagedoor.apikey.ApiKeyListResponseDto;
import dev.stagedoor.apikey.CreateApiKeyDto;
import dev.stagedoor.apikey.CreatedApiKeyDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedHeaders;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.openapi.ResponseHeader;
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
@Tag(name = "API keys", description = "The keys by which services call: the catalog's feed, a company's BI tool")
@RequiredArgsConstructor
class ApiKeyController {

    private final ApiKeyAdministration keys;

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createApiKey",
            summary = "Makes a key; the answer is the only one that shows it",
            description = "With the scope analytics:read a key is of one company and reads its figures alone.")
    @ApiResponse(responseCode = "201", description = "The key")
    @DocumentedHeaders(ResponseHeader.NO_STORE)
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND},
            missing = "company")
    ResponseEntity<CreatedApiKeyDto> create(@Caller CurrentUser caller, @Valid @RequestBody CreateApiKeyDto wish) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(keys.create(caller, wish));
    }

    @GetMapping
    @Operation(
            operationId = "listApiKeys",
            summary = "The keys that were not revoked, newest first",
            description = "Expired ones are among them. What a key is cannot be seen again, only how it begins.")
    @ApiResponse(responseCode = "200", description = "The keys, without themselves")
    ApiKeyListResponseDto list() {
        return keys.list();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteApiKey",
            summary = "Revokes a key at once; harmless where there is none",
            description = "Whoever calls with it gets a 401 from then on.")
    @ApiResponse(responseCode = "204", description = "There is no such key now")
    void revoke(@Caller CurrentUser caller, @Parameter(description = "The key's id") @PathVariable UUID id) {
        keys.revoke(caller, id);
    }
}
