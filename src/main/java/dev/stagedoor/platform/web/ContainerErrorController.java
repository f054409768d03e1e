package dev.stagedoor.platform.web;

import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handles errors of the servlet container and exceptions that no other handler processed. */
@Hidden
@RestController
@RequiredArgsConstructor
class ContainerErrorController implements ErrorController {

    private final ProblemWriter problems;

    @PermitAll
    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) {
        problems.write(problem(status(request)), request, response);
    }

    private static ProblemException problem(int status) {
        return status == HttpServletResponse.SC_REQUEST_TIMEOUT
                ? new ProblemException(ProblemCode.MALFORMED_REQUEST, "body-incomplete")
                : new ProblemException(ProblemCode.ofStatus(status));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
