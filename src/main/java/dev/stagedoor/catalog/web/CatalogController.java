package dev.stagedoor.catalog.web;

import dev.stagedoor.catalog.BulkResultDto;
import dev.stagedoor.catalog.CatalogActivityDto;
import dev.stagedoor.catalog.CatalogService;
import dev.stagedoor.catalog.CompanyRefDto;
import dev.stagedoor.catalog.PutActivitiesDto;
import dev.stagedoor.catalog.PutActivityDto;
import dev.stagedoor.catalog.PutCompanyDto;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.openapi.DocumentedProblems;
import dev.stagedoor.platform.security.AcceptsApiKey;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/catalog", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalog", description = "Companies and activities that users can save. All operations are idempotent.")
@AcceptsApiKey("catalog:write")
@RequiredArgsConstructor
class CatalogController {

    private final CatalogService catalog;

    @PutMapping(path = "/companies/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putCompany",
            summary = "Create or replace a company",
            description = "The caller chooses the id. It must be stable.")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "Replaced")
    ResponseEntity<CompanyRefDto> putCompany(
            @AuthenticationPrincipal CurrentUser caller,
            @PathVariable UUID id,
            @Valid @RequestBody PutCompanyDto company) {
        var isNew = catalog.putCompany(caller, id, company);
        return status(isNew).body(new CompanyRefDto(id, company.name()));
    }

    @PutMapping(path = "/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putActivity",
            summary = "Create or replace an activity",
            description = "The company must exist. An activity that moves to another company keeps its favorites.")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "Replaced")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.CONFLICT},
            missing = "company")
    ResponseEntity<CatalogActivityDto> putActivity(
            @AuthenticationPrincipal CurrentUser caller,
            @PathVariable UUID id,
            @Valid @RequestBody PutActivityDto body) {
        var activity = CatalogActivityDto.of(id, body);
        return status(catalog.putActivity(caller, activity)).body(activity);
    }

    @PutMapping(path = "/activities", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putActivities",
            summary = "Create or replace up to 1,000 activities",
            description = "Stores all activities or none. The response lists every invalid item with its index.")
    @ApiResponse(responseCode = "200", description = "Number of created, updated and unchanged activities")
    @DocumentedProblems(ProblemCode.CONFLICT)
    BulkResultDto putActivities(
            @AuthenticationPrincipal CurrentUser caller, @Valid @RequestBody PutActivitiesDto activities) {
        return catalog.putActivities(caller, activities.toActivities());
    }

    @DeleteMapping("/activities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteActivity",
            summary = "Delete an activity and its favorites",
            description = "Idempotent. The activity disappears from all lists.")
    @ApiResponse(responseCode = "204", description = "Deleted, or did not exist")
    void deleteActivity(@AuthenticationPrincipal CurrentUser caller, @PathVariable UUID id) {
        catalog.deleteActivity(caller, id);
    }

    private static ResponseEntity.BodyBuilder status(boolean isNew) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    }
}
