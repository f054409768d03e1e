package dev.stagedoor.platform.openapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the cursor parameter of a list. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "The nextCursor of the previous page",
        schema = @Schema(type = "string", minLength = 1, maxLength = 200, pattern = "^[A-Za-z0-9_-]+$"),
        example = "Vv3uXlZ0qWtRj8yPk2mFsDIwMjYtMTEtMjFUMDk6MzA6MDBa")
public @interface CursorParameter {}
