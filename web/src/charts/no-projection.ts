/**
 * Stands in for the projections that Plot can draw maps with: no chart of ours does, and a view must stay small. A name that Plot comes to
 * need and that is missing here fails the build.
 */
function noProjection(): null {
  return null;
}

export {
  noProjection as geoPath,
  noProjection as geoCentroid,
  noProjection as geoTransform,
  noProjection as geoTransverseMercator,
  noProjection as geoStream,
  noProjection as geoStereographic,
  noProjection as geoOrthographic,
  noProjection as geoMercator,
  noProjection as geoGraticule,
  noProjection as geoGraticule10,
  noProjection as geoGnomonic,
  noProjection as geoEquirectangular,
  noProjection as geoEqualEarth,
  noProjection as geoConicEquidistant,
  noProjection as geoConicEqualArea,
  noProjection as geoConicConformal,
  noProjection as geoClipRectangle,
  noProjection as geoAzimuthalEquidistant,
  noProjection as geoAzimuthalEqualArea,
  noProjection as geoAlbersUsa,
  noProjection as geoAlbers,
};
