package dev.stagedoor.platform.http;

import dev.stagedoor.platform.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what the container refused or what escaped every other net. */
@Hidden
@RestController
class ContainerErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDto> error(HttpServletRequest request) {
        var code = ProblemCode.ofStatus(status(request));
        var detail = FrameworkRefusals.detail(null, code);
        var language = AnswerLanguage.of(request);
        return ResponseEntity.status(code.status())
                .headers(headers -> AnswerLanguage.tell(language, headers))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDto.of(code, detail, path(request), List.of()).in(language));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
