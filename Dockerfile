# The image that kfp-component.yaml names: docker build -t featurescope/analyzer:0.1.0 .
# The gateway is in it too: docker run -p 8000:8000 -e HOST=0.0.0.0 -e ACCESS_TOKENS=… -e STORE=s3://… featurescope/analyzer:0.1.0 featurescope-gateway
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY analyzer/package.json analyzer/
COPY gateway/package.json gateway/
COPY elements/package.json elements/
COPY stories/package.json stories/
COPY e2e/package.json e2e/
RUN npm ci
COPY . .
# What was built stays; of the packages only those remain that the two programs need. Of a checkout under umask 077 the user below could read nothing.
RUN npm run build && npm ci --omit=dev --workspace=analyzer --workspace=gateway && chmod -R a+rX .

FROM node:20.20.2-bookworm-slim
WORKDIR /opt/featurescope
COPY --from=build /src/package.json ./
COPY --from=build /src/node_modules node_modules
# Whole, as a package that two workspaces need in two versions lies in one of them.
COPY --from=build /src/analyzer analyzer
COPY --from=build /src/gateway gateway
COPY --from=build /src/elements/dist elements/dist
ENV NODE_ENV=production
ENV PATH=/opt/featurescope/node_modules/.bin:$PATH
USER 1000:1000
WORKDIR /home/node
EXPOSE 8000
# No ENTRYPOINT: local runs of Kubeflow do not override one.
CMD ["featurescope", "--help"]
