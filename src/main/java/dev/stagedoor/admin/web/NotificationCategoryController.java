package dev.stagedoor.admin.web;

import dev.stagedoor.admin.NotificationCategoryAdministration;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.CurrentUser;
import dev.stagedoor.preference.NotificationCategories;
import dev.stagedoor.preference.NotificationCategoryDto;
import dev.stagedoor.preference.NotificationCategoryListResponseDto;
import dev.stagedoor.preference.PutNotificationCategoryDto;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/admin/notification-categories", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notification categories", description = "The kinds of notifications that users can turn on and off")
@RequiredArgsConstructor
class NotificationCategoryController {

    private final NotificationCategories categories;
    private final NotificationCategoryAdministration administration;

    @GetMapping
    @Operation(
            operationId = "listNotificationCategories",
            summary = "Lists the notification categories",
            description = "Ordered by position.")
    @ApiResponse(responseCode = "200", description = "The categories")
    NotificationCategoryListResponseDto list() {
        return new NotificationCategoryListResponseDto(categories.list());
    }

    @GetMapping("/{key}")
    @Operation(
            operationId = "getNotificationCategory",
            summary = "Returns a notification category",
            description = "Contains the texts in all languages.")
    @ApiResponse(responseCode = "200", description = "The category")
    @DocumentedProblems(value = ProblemCode.NOT_FOUND, missing = "category")
    NotificationCategoryDto read(@Parameter(schema = @Schema(maxLength = 50)) @PathVariable String key) {
        return categories.read(key);
    }

    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putNotificationCategory",
            summary = "Creates or replaces a notification category",
            description =
                    "If the category becomes mandatory, the choices of the users are deleted. The built-in categories"
                            + " `security` and `bookings` must remain mandatory.")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "Replaced")
    @DocumentedProblems(ProblemCode.CONFLICT)
    ResponseEntity<NotificationCategoryDto> put(
            @AuthenticationPrincipal CurrentUser caller,
            @Parameter(schema = @Schema(maxLength = 50)) @PathVariable @Pattern(regexp = NotificationCategories.KEY)
                    String key,
            @Valid @RequestBody PutNotificationCategoryDto category) {
        var definition = category.withKey(key);
        var isNew = administration.put(caller, definition);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(definition);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteNotificationCategory",
            summary = "Deletes a notification category",
            description =
                    "Also deletes the choices of the users. Their consent history remains. The call is idempotent. The"
                            + " built-in categories `security` and `bookings` cannot be deleted.")
    @ApiResponse(responseCode = "204", description = "The category does not exist")
    @DocumentedProblems(ProblemCode.CONFLICT)
    void delete(
            @AuthenticationPrincipal CurrentUser caller,
            @Parameter(schema = @Schema(maxLength = 50)) @PathVariable String key) {
        administration.delete(caller, key);
    }
}
