package com.contoso.web;

import dev.partnerattribution.wire.program.GroupProgram;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Deploys when it is asked to. */
public final class DeployServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(GroupProgram.created(request.getParameter("endpoint"), request.getParameter("group")));
    }
}
