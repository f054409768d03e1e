package dev.stagedoor.admin.web;

import dev.stagedoor.account.AdminUserDto;
import dev.stagedoor.account.Role;
import dev.stagedoor.account.UserFilter;
import dev.stagedoor.admin.UpdateUserDto;
import dev.stagedoor.admin.UserAdministration;
import dev.stagedoor.admin.UserListResponseDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.CursorParameter;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.platform.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users", description = "Accounts and their rights. Profiles are not accessible to admins")
@RequiredArgsConstructor
class UserController {

    private final UserAdministration users;

    @GetMapping
    @Operation(
            operationId = "listUsers",
            summary = "Lists accounts, newest first",
            description =
                    "Without `active`, returns active accounts, or all accounts if `email` or `search` is given. Pages are numbered or follow a cursor; `page` is ignored with `cursor`. Accounts that are created between"
                            + " two requests shift numbered pages, but not those that follow a cursor.")
    @ApiResponse(responseCode = "200", description = "A page of accounts")
    @DocumentedProblems(ProblemCode.INVALID_CURSOR)
    UserListResponseDto list(
            @AuthenticationPrincipal CurrentUser caller,
            @RequestParam(required = false) Role role,
            @RequestParam(required = false) Boolean active,
            @Parameter(schema = @Schema(type = "string", maxLength = 255))
                    @RequestParam(required = false)
                    @SingleLine(max = 255)
                    String email,
            @Parameter(schema = @Schema(type = "string", maxLength = 255))
                    @RequestParam(required = false)
                    @SingleLine(max = 255)
                    String search,
            @RequestParam(defaultValue = "1") @Min(1) @Max(Integer.MAX_VALUE) int page,
            @CursorParameter @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var filter = new UserFilter(role, active, email, search);
        return cursor == null
                ? users.list(caller, filter, page, limit)
                : users.listAfter(caller, filter, cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getUser",
            summary = "Returns an account",
            description = "Returns active and inactive accounts, without the profile.")
    @ApiResponse(responseCode = "200", description = "The account")
    @DocumentedProblems(ProblemCode.NOT_FOUND)
    AdminUserDto find(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        return users.find(caller, id);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateUser",
            summary = "Updates an account's rights (RFC 7396)",
            description =
                    "Takes effect immediately, also for issued access tokens. Admins cannot demote or deactivate themselves."
                            + " The email of an admin must be verified.")
    @ApiResponse(responseCode = "200", description = "The updated account")
    @DocumentedProblems({ProblemCode.NOT_FOUND, ProblemCode.CONFLICT})
    AdminUserDto update(
            @AuthenticationPrincipal CurrentUser caller,
            @PathVariable UUID id,
            @Valid @RequestBody UpdateUserDto update) {
        return users.update(caller, id, update);
    }
}
