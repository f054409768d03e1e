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
import dev.stagedoor.platform.security.Caller;
import dev.stagedoor.platform.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/catalog", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalog", description = "What the platform's catalog pushes; pushing the same again changes nothing")
@AcceptsApiKey("catalog:write")
@RequiredArgsConstructor
class CatalogController {

    private final CatalogService catalog;

    @PutMapping(path = "/companies/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putCompany",
            summary = "Makes or replaces a company",
            description = "The id is the caller's to choose and to keep.")
    @ApiResponse(responseCode = "201", description = "The company is new")
    @ApiResponse(responseCode = "200", description = "The company was replaced")
    ResponseEntity<CompanyRefDto> putCompany(
            @Caller CurrentUser caller,
            @Parameter(description = "The company's id") @PathVariable UUID id,
            @Valid @RequestBody PutCompanyDto company) {
        var isNew = catalog.putCompany(caller, id, company);
        return status(isNew).body(new CompanyRefDto(id, company.name()));
    }

    @PutMapping(path = "/activities/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putActivity",
            summary = "Makes or replaces an activity",
            description =
                    "The company has to be there first. Favorites stay when an activity moves to another company.")
    @ApiResponse(responseCode = "201", description = "The activity is new")
    @ApiResponse(responseCode = "200", description = "The activity was replaced")
    @DocumentedProblems(
            value = {ProblemCode.NOT_FOUND, ProblemCode.CONFLICT},
            missing = "company")
    ResponseEntity<CatalogActivityDto> putActivity(
            @Caller CurrentUser caller,
            @Parameter(description = "The activity's id") @PathVariable UUID id,
            @Valid @RequestBody PutActivityDto body) {
        var activity = CatalogActivityDto.of(id, body);
        return status(catalog.putActivity(caller, activity)).body(activity);
    }

    @PutMapping(path = "/activities", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putActivities",
            summary = "Makes or replaces up to 1,000 activities, all or nothing",
            description = "Where one is at fault none is taken, and every fault is listed with its index.")
    @ApiResponse(responseCode = "200", description = "How many were new, changed and unchanged")
    @DocumentedProblems(ProblemCode.CONFLICT)
    BulkResultDto putActivities(@Caller CurrentUser caller, @Valid @RequestBody PutActivitiesDto activities) {
        return catalog.putActivities(caller, activities.toActivities());
    }

    @DeleteMapping("/activities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteActivity",
            summary = "Deletes an activity and its favorites; harmless when repeated",
            description = "Whoever saved it finds it gone.")
    @ApiResponse(responseCode = "204", description = "There is no such activity now")
    void deleteActivity(
            @Caller CurrentUser caller, @Parameter(description = "The activity's id") @PathVariable UUID id) {
        catalog.deleteActivity(caller, id);
    }

    private static ResponseEntity.BodyBuilder status(boolean isNew) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    }
}
